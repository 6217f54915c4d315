import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_EVENTS, parseWebhook } from '../../../bot/webhook/parse.ts';

const USER = { type: 'user', userId: `U${'1'.repeat(32)}` };
const GROUP = { type: 'group', groupId: `C${'2'.repeat(32)}`, userId: USER.userId };
const ROOM = { type: 'room', roomId: `R${'3'.repeat(32)}` };

function eventOf(says: object): object {
  return { webhookEventId: '01J1', mode: 'active', timestamp: 5, source: USER, replyToken: 'token', ...says };
}

function inputOf(says: object) {
  return parseWebhook(JSON.stringify({ events: [eventOf(says)] }))?.events[0]?.input;
}

function parsed(...events: unknown[]) {
  return parseWebhook(JSON.stringify({ destination: 'U', events }));
}

describe('reading a webhook', () => {
  it('takes the chat from the source: a person, a group, or a room as a group', () => {
    const chats = parsed(...[USER, GROUP, ROOM].map((source) => eventOf({ source, type: 'follow' })));
    expect(chats?.events.map(({ chat }) => chat)).toEqual([
      { kind: 'user', id: USER.userId },
      { kind: 'group', id: GROUP.groupId },
      { kind: 'group', id: ROOM.roomId },
    ]);
    expect(chats?.events[1]?.userId).toBe(USER.userId);
  });

  it('reads every kind of message and act the program knows', () => {
    const message = (fields: object) => inputOf({ type: 'message', message: { id: '9', ...fields } });
    expect(message({ type: 'text', text: 'งบ' })).toEqual({ kind: 'text', text: 'งบ', messageId: '9' });
    expect(message({ type: 'file', fileName: 'a.xlsx', fileSize: 7 })).toEqual({
      kind: 'file',
      messageId: '9',
      fileName: 'a.xlsx',
      sizeBytes: 7,
    });
    expect(message({ type: 'image' })).toEqual({ kind: 'media', media: 'image', messageId: '9' });
    expect(message({ type: 'location', latitude: 13.7, longitude: 100.5 })).toMatchObject({
      latitude: 13.7,
      title: '',
    });
    expect(
      inputOf({ type: 'postback', postback: { data: 'budget/view?v=x', params: { date: '2026-07-01' } } }),
    ).toEqual({
      kind: 'button',
      press: { feature: 'budget', action: 'view', values: { v: 'x' }, picked: '2026-07-01' },
    });
    expect(inputOf({ type: 'unsend', unsend: { messageId: '8' } })).toEqual({
      kind: 'unsent',
      messageId: '8',
    });
    const plain = ['follow', 'unfollow', 'join', 'leave'].map((type) => inputOf({ type })?.kind);
    expect(plain).toEqual(['followed', 'unfollowed', 'joined', 'left']);
  });

  it('lets what LINE may add tomorrow be: new event types, message types, fields and postbacks of nobody', () => {
    expect(inputOf({ type: 'teleport', with: { new: ['fields'] } })).toEqual({
      kind: 'other',
      type: 'teleport',
    });
    expect(inputOf({ type: 'message', message: { id: '1', type: 'hologram' } })?.kind).toBe('other');
    expect(inputOf({ type: 'postback', postback: { data: 'richmenu-changed' } })?.kind).toBe('other');
    expect(inputOf({ type: 'message', message: { id: '1', type: 'text', text: 'x', added: 1 } })?.kind).toBe(
      'text',
    );
  });

  it("skips and counts what nobody can act on: standby, no source, no id, ids that cannot be LINE's", () => {
    const result = parsed(
      eventOf({ mode: 'standby', type: 'follow' }),
      eventOf({ source: undefined, type: 'follow' }),
      eventOf({ webhookEventId: undefined, type: 'follow' }),
      eventOf({ webhookEventId: '../secret', type: 'follow' }),
      eventOf({ webhookEventId: 'x'.repeat(201), type: 'follow' }),
      eventOf({ source: { type: 'user', userId: 'a/b' }, type: 'follow' }),
      null,
      'text',
      eventOf({ type: 'follow' }),
    );
    expect(result?.events).toHaveLength(1);
    expect(result?.skipped).toBe(8);
  });

  it('looks at a bounded number of events', () => {
    const many = parsed(...Array.from({ length: MAX_EVENTS + 5 }, () => eventOf({ type: 'follow' })));
    expect(many?.events).toHaveLength(MAX_EVENTS);
    expect(many?.skipped).toBe(5);
  });

  it("says that a body is not LINE's rather than guess", () => {
    for (const body of ['', '{', 'null', '[]', '{"events":{}}', '{"events":null}', '"x"']) {
      expect(parseWebhook(body)).toBeUndefined();
    }
    expect(parseWebhook('{"events":[]}')).toEqual({ events: [], skipped: 0 });
  });

  it('never throws, whatever JSON stands in the events', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.jsonValue().map((source) => eventOf({ source })),
          ),
        ),
        (events) => {
          const result = parsed(...events);
          expect(result && result.events.length + result.skipped).toBe(events.length);
        },
      ),
    );
  });
});
