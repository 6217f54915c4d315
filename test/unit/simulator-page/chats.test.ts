import { describe, expect, test } from 'vitest';
import { chatsOf } from '../../simulator/page/chat/chats-of.ts';
import { initials } from '../../simulator/page/chat/initials.ts';
import { MESSAGES_SHOWN_MAX, messageRows } from '../../simulator/page/chat/message-rows.ts';
import { shownPersonas } from '../../simulator/page/chat/shown-personas.ts';
import type { SimMessage, SimState, SimUser } from '../../simulator/protocol.ts';

const user = (id: string): SimUser => ({ id, name: id, label: '', follows: true, blocks: false });
const message = (seq: number, chatId: string, from: string, sentAtMs = 0): SimMessage => ({
  seq,
  chatId,
  messageId: String(seq),
  from,
  sentAtMs,
  content: { kind: 'text', text: `ข้อความ ${seq}` },
});
const state: SimState = {
  users: [user('U1'), user('U2')],
  groups: [
    { id: 'C1', name: 'กลุ่มของเรา', memberIds: ['U1', 'U2'], botIn: true },
    { id: 'C2', name: 'กลุ่มอื่น', memberIds: ['U2'], botIn: false },
  ],
  nowMs: 0,
  quota: { type: 'limited', limit: 300, used: 0 },
  richMenus: {},
};

describe('the chat list of a person', () => {
  const messages = [
    message(1, 'U1', 'bot'),
    message(2, 'C1', 'U2'),
    message(3, 'C1', 'U1'),
    message(4, 'C2', 'U2'),
    message(5, 'C1', 'system'),
  ];
  const list = (seen: number) =>
    chatsOf({ user: user('U1'), state, messages, marks: { seenSeq: () => seen }, accountName: 'อบต.' });

  test('has the account and the own groups, the latest first', () => {
    expect(list(0).map((chat) => [chat.id, chat.title, chat.memberCount])).toEqual([
      ['C1', 'กลุ่มของเรา', 3],
      ['U1', 'อบต.', 2],
    ]);
  });

  test('counts what others wrote and was not seen: neither own messages nor notices', () => {
    expect(list(0).map((chat) => chat.unreadCount)).toEqual([1, 1]);
    expect(list(1).map((chat) => chat.unreadCount)).toEqual([1, 0]);
  });
});

describe('the messages of a chat', () => {
  const NEARLY_MIDNIGHT_MS = Date.UTC(2026, 0, 15, 16, 59);

  test('name the sender once in a row and the day once a day, by Thai time', () => {
    const rows = messageRows([
      message(1, 'C1', 'U1', NEARLY_MIDNIGHT_MS),
      message(2, 'C1', 'U1', NEARLY_MIDNIGHT_MS),
      message(3, 'C1', 'U1', NEARLY_MIDNIGHT_MS + 60_000),
      message(4, 'C1', 'U2', NEARLY_MIDNIGHT_MS + 60_000),
    ]);
    expect(rows.map((row) => row.startsRun)).toEqual([true, false, true, true]);
    expect(rows.map((row) => row.time)).toEqual(['23:59', '23:59', '00:00', '00:00']);
    expect(rows.map((row) => row.day !== undefined)).toEqual([true, false, true, false]);
  });

  test('only the latest are drawn', () => {
    const many = Array.from({ length: MESSAGES_SHOWN_MAX + 5 }, (_, seq) => message(seq, 'C1', 'U1'));
    const rows = messageRows(many);
    expect(rows).toHaveLength(MESSAGES_SHOWN_MAX);
    expect(rows.at(-1)?.message.seq).toBe(MESSAGES_SHOWN_MAX + 4);
  });
});

test.each([
  ['สมชาย ใจดี', 'สจ'],
  ['นางสาววิไล แก้วใส', 'วก'],
  ['เอก', 'อ'],
  ['Ann Lee', 'AL'],
  ['', ''],
])('the initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('people who only fill a group are no personas, except the one the address asks for', () => {
  const users = [user('U1'), user('U2'), user('U3')];
  const demo = { personas: [{ userId: 'U2', label: '', hint: '' }] };
  const ids = (selected?: string) => shownPersonas(users, demo, selected).map((one) => one.id);
  expect([ids(), ids('U3')]).toEqual([['U2'], ['U2', 'U3']]);
  expect(shownPersonas(users, undefined, undefined)).toEqual(users);
});
