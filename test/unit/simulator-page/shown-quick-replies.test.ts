import { describe, expect, test } from 'vitest';
import { shownQuickReplies } from '../../simulator/page/messages/shown-quick-replies.ts';
import type { SimContent, SimMessage } from '../../simulator/protocol.ts';

const items = [{ type: 'action', action: { type: 'message', label: 'งบ', text: 'งบ' } }];
const asks: SimContent = {
  kind: 'bot',
  message: { type: 'text', text: 'ต้องการอะไร', quickReply: { items } },
};
const plain: SimContent = { kind: 'bot', message: { type: 'text', text: 'สวัสดี' } };

function chat(...contents: readonly SimContent[]): readonly SimMessage[] {
  return contents.map((content, index) => ({
    seq: index + 1,
    chatId: 'U1',
    messageId: String(index + 1),
    from: content.kind === 'bot' ? 'bot' : 'U1',
    sentAtMs: 0,
    content,
  }));
}

describe('quick replies', () => {
  test('are those of the last message', () => {
    expect(shownQuickReplies(chat(plain, asks), undefined)).toEqual(items);
    expect(shownQuickReplies(chat(asks, plain), undefined)).toEqual([]);
  });

  test("go away with anyone's next message", () => {
    expect(shownQuickReplies(chat(asks, { kind: 'text', text: 'งบ' }), undefined)).toEqual([]);
  });

  test('stay when somebody joins', () => {
    expect(shownQuickReplies(chat(asks, { kind: 'notice', text: 'เข้าร่วมกลุ่ม' }), undefined)).toEqual(items);
  });

  test('go away once one was used, even when nothing appears in the chat', () => {
    expect(shownQuickReplies(chat(asks), 1)).toEqual([]);
  });

  test('an empty chat has none', () => expect(shownQuickReplies([], undefined)).toEqual([]));
});
