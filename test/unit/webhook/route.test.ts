import { describe, expect, it } from 'vitest';
import type { ChatEvent, Input } from '../../../bot/webhook/event.ts';
import type { ChatFeature } from '../../../bot/webhook/feature.ts';
import type { Flow } from '../../../bot/webhook/records.ts';
import { CANCEL_WORDS, route } from '../../../bot/webhook/route.ts';

function feature(name: string, rest: Partial<ChatFeature> = {}): ChatFeature {
  return { name, commands: [], menu: [], handle: async () => ({}), ...rest };
}

const budget = feature('budget', {
  commands: [{ name: 'summary', words: ['งบ', 'budget'], where: 'anywhere', takesRest: true }],
  accepts: ({ input, chat }) => chat.kind === 'user' && input.kind === 'file',
});
const people = feature('people', {
  commands: [
    { name: 'invite', words: ['เชิญ'], where: 'user' },
    { name: 'here', words: ['ที่นี่'], where: 'group' },
  ],
  accepts: ({ input }) => input.kind === 'joined',
});
const menu = feature('menu');
const features = [menu, budget, people];
const OPEN: Flow = { feature: 'people', state: { step: 'invite-name' } };

const text = (said: string): Input => ({ kind: 'text', text: said, messageId: '1' });

function routed(input: Input, flow?: Flow, where: 'user' | 'group' = 'user') {
  const event: ChatEvent = { id: 'e', atMs: 1, chat: { kind: where, id: 'x' }, input };
  const found = route(features, event, flow, menu);
  return found && { feature: found.feature.name, trigger: found.trigger };
}

describe('who answers', () => {
  it('is the feature whose command is the whole message, or begins it where a rest is taken', () => {
    expect(routed(text('งบ'))).toMatchObject({ feature: 'budget', trigger: { kind: 'command', rest: '' } });
    expect(routed(text('  งบ 2568 '))).toMatchObject({
      trigger: { kind: 'command', name: 'summary', rest: '2568' },
    });
    expect(routed(text('BUDGET 2568'))).toMatchObject({ trigger: { kind: 'command', rest: '2568' } });
    expect(routed(text('\u200bงบ'))).toMatchObject({ feature: 'budget', trigger: { kind: 'command' } });
  });

  it('is nobody for a sentence that merely begins like a command', () => {
    expect(routed(text('งบประมาณนี้ดูแปลก ๆ'))).toMatchObject({ feature: 'menu', trigger: { kind: 'input' } });
    expect(routed(text('เชิญ ทุกคน'))).toMatchObject({ feature: 'menu' });
    expect(routed(text(`งบ ${'ก'.repeat(200)}`))).toMatchObject({
      feature: 'menu',
      trigger: { kind: 'input' },
    });
  });

  it('is the open flow before any command, so that an answer may be any word', () => {
    expect(routed(text('งบ'), OPEN)).toMatchObject({ feature: 'people', trigger: { kind: 'answer' } });
    const file: Input = { kind: 'file', messageId: '1', fileName: 'x', sizeBytes: 1 };
    expect(routed(file, OPEN)).toMatchObject({ feature: 'people', trigger: { kind: 'answer' } });
    expect(routed({ kind: 'unsent', messageId: '1' }, OPEN)).toMatchObject({ trigger: { kind: 'answer' } });
    expect(routed(file)).toMatchObject({ feature: 'budget', trigger: { kind: 'input' } });
  });

  it.each(CANCEL_WORDS)('lets %s stop the open flow, in any case and with spaces around', (word) => {
    expect(routed(text(` ${word.toUpperCase()} `), OPEN)).toMatchObject({
      feature: 'people',
      trigger: { kind: 'cancel' },
    });
    expect(routed(text(word))).toMatchObject({ feature: 'menu', trigger: { kind: 'input' } });
  });

  it('is the drawer of a button, also while another flow is open', () => {
    const press = (name: string): Input => ({
      kind: 'button',
      press: { feature: name, action: 'a', values: {} },
    });
    expect(routed(press('budget'), OPEN)).toMatchObject({ feature: 'budget', trigger: { kind: 'button' } });
    expect(routed(press('gone'))).toBeUndefined();
  });

  it('forgets a flow of a feature that is no more', () => {
    expect(routed(text('งบ'), { feature: 'gone', state: {} })).toMatchObject({
      trigger: { kind: 'command' },
    });
  });

  it('is nobody in a group, except for group commands and what a feature accepts', () => {
    expect(routed(text('สวัสดีครับ'), undefined, 'group')).toBeUndefined();
    expect(routed(text('เชิญ'), undefined, 'group')).toBeUndefined();
    expect(routed(text('ยกเลิก'), undefined, 'group')).toBeUndefined();
    expect(routed(text('สวัสดี'), OPEN, 'group')).toBeUndefined();
    expect(routed(text('งบ'), undefined, 'group')).toMatchObject({ feature: 'budget' });
    expect(routed(text('ที่นี่'), undefined, 'group')).toMatchObject({ feature: 'people' });
    expect(routed({ kind: 'joined' }, undefined, 'group')).toMatchObject({ feature: 'people' });
  });

  it('is nobody for stickers and news about members, so they have no effect', () => {
    expect(routed({ kind: 'other', type: 'message.sticker' })).toBeUndefined();
    expect(routed({ kind: 'other', type: 'memberJoined' }, undefined, 'group')).toBeUndefined();
    expect(routed({ kind: 'unsent', messageId: '1' })).toBeUndefined();
    expect(routed({ kind: 'unfollowed' })).toBeUndefined();
  });
});
