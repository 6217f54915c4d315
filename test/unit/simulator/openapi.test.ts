import { describe, expect, test } from 'vitest';
import { messageCheck } from '../../openapi/message-check.ts';

const check = messageCheck();

describe.skipIf(!check)('messages against LINE’s own description, where it is beside the repository', () => {
  const wrong = (message: unknown) => check?.(message) ?? '';

  test('takes what LINE takes', () => {
    expect(wrong({ type: 'text', text: 'สวัสดี' })).toBe('');
    const box = { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'งบ' }] };
    expect(wrong({ type: 'flex', altText: 'งบ', contents: { type: 'bubble', body: box } })).toBe('');
  });

  test('finds a missing text, a kind there is none of, a property there is none of, however deep', () => {
    expect(wrong({ type: 'flex', contents: { type: 'bubble' } })).toContain('altText');
    expect(wrong({ type: 'poem', text: 'x' })).not.toBe('');
    expect(wrong({ type: 'text', text: 'x', colour: 'red' })).not.toBe('');
    const box = { type: 'box', layout: 'diagonal', contents: [] };
    expect(wrong({ type: 'flex', altText: 'x', contents: { type: 'bubble', body: box } })).toContain(
      'layout',
    );
    const quickReply = { items: [{ type: 'action', action: { type: 'postback', label: 'x' } }] };
    expect(wrong({ type: 'text', text: 'x', quickReply: { ...quickReply, more: 1 } })).not.toBe('');
  });
});
