import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHANNEL_SECRET, lineUnderTest, START_MS } from './line-under-test.ts';

async function withGroup(options?: Parameters<typeof lineUnderTest>[0]) {
  const line = lineUnderTest(options);
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const group = await line.simulator.phones.addGroup({ name: 'กองคลัง', memberIds: [user.id], botIn: true });
  line.delivered.length = 0;
  return { ...line, user, group, keyboard: line.simulator.keyboard, phones: line.simulator.phones };
}

describe('webhooks', () => {
  it('are signed over their raw bytes', async () => {
    const { keyboard, user, delivered } = await withGroup();
    await keyboard.text(user.id, user.id, 'สวัสดี');
    const [webhook] = delivered;
    const expected = createHmac('sha256', CHANNEL_SECRET)
      .update(webhook?.body ?? '')
      .digest('base64');
    expect(webhook?.headers['x-line-signature']).toBe(expected);
  });

  it('say what LINE says of a text', async () => {
    const { keyboard, user, lastEvent } = await withGroup();
    const message = await keyboard.text(user.id, user.id, 'สวัสดี');
    expect(lastEvent()).toEqual({
      type: 'message',
      mode: 'active',
      timestamp: START_MS,
      source: { type: 'user', userId: user.id },
      webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      deliveryContext: { isRedelivery: false },
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      message: { id: message.messageId, type: 'text', text: 'สวัสดี', quoteToken: expect.any(String) },
    });
  });

  it('mark the account and people mentioned in a group', async () => {
    const { keyboard, user, group, lastEvent, simulator } = await withGroup({ botName: 'โปร่งใส' });
    await keyboard.text(group.id, user.id, '@โปร่งใส ถาม @สมชาย @All');
    expect(lastEvent()['message']).toMatchObject({
      mention: {
        mentionees: [
          { index: 0, length: 8, type: 'user', userId: simulator.platform.botUserId, isSelf: true },
          { index: 13, length: 6, type: 'user', userId: user.id, isSelf: false },
          { index: 20, length: 4, type: 'all' },
        ],
      },
    });
  });

  it('name the sender of group messages but not of group postbacks', async () => {
    const { keyboard, user, group, lastEvent } = await withGroup();
    await keyboard.text(group.id, user.id, 'สวัสดี');
    expect(lastEvent().source).toEqual({ type: 'group', groupId: group.id, userId: user.id });
    await keyboard.postback(group.id, user.id, { data: 'a=1' });
    expect(lastEvent()).toMatchObject({ type: 'postback', postback: { data: 'a=1' } });
    expect(lastEvent().source).toEqual({ type: 'group', groupId: group.id });
  });

  it('name the sender of group postbacks when asked to', async () => {
    const { keyboard, user, group, lastEvent } = await withGroup({ groupPostbackUserId: true });
    await keyboard.postback(group.id, user.id, { data: 'a=1', params: { date: '2026-06-10' } });
    expect(lastEvent()).toMatchObject({
      source: { userId: user.id },
      postback: { data: 'a=1', params: { date: '2026-06-10' } },
    });
  });

  it('tell of friendship, and of unblocking', async () => {
    const { phones, delivered } = lineUnderTestWithPhones();
    const user = await phones.addUser({ name: 'สมชาย', follows: true });
    await phones.block(user.id);
    await phones.follow(user.id);
    expect(delivered.map(({ event }) => [event.type, event['follow']])).toEqual([
      ['follow', { isUnblocked: false }],
      ['unfollow', undefined],
      ['follow', { isUnblocked: true }],
    ]);
    expect(delivered[1]?.event.replyToken).toBeUndefined();
  });

  it('tell of groups and their members, while the account is in', async () => {
    const { phones, group, delivered } = await withGroup();
    const other = await phones.addUser({ name: 'สมหญิง' });
    await phones.setMember(group.id, other.id, true);
    await phones.setMember(group.id, other.id, false);
    await phones.setBotIn(group.id, false);
    await phones.setMember(group.id, other.id, true);
    const members = [{ type: 'user', userId: other.id }];
    expect(delivered.map(({ event }) => event)).toMatchObject([
      { type: 'memberJoined', joined: { members } },
      { type: 'memberLeft', left: { members } },
      { type: 'leave', source: { type: 'group', groupId: group.id } },
    ]);
  });

  it('are not sent for a group the account is not in', async () => {
    const { keyboard, phones, user, delivered } = await withGroup();
    const elsewhere = await phones.addGroup({ name: 'ที่อื่น', memberIds: [user.id] });
    await keyboard.text(elsewhere.id, user.id, 'ความลับ');
    expect(delivered).toEqual([]);
  });

  it('tell of an unsent message, which is gone from the chat', async () => {
    const { keyboard, phones, user, lastEvent } = await withGroup();
    const { messageId } = await keyboard.text(user.id, user.id, 'ผิด');
    await keyboard.unsend(user.id, user.id, messageId);
    expect(lastEvent()).toMatchObject({ type: 'unsend', unsend: { messageId } });
    expect(phones.read(user.id, user.id, 0)).toMatchObject([{ messageId, content: { kind: 'unsent' } }]);
  });

  it('carry raw bytes as they are, signed', async () => {
    const bodies: string[] = [];
    const line = lineUnderTest({
      deliver: async (body) => {
        bodies.push(body.toString('utf8'));
        return { status: 200, body: 'OK' };
      },
    });
    const raw = Buffer.from('{"destination":"x","events":[]}');
    expect((await line.call('POST', '/sim/webhook', raw)).json).toEqual({ status: 200, body: 'OK' });
    expect(bodies).toEqual([raw.toString()]);
  });
});

describe('delivery', () => {
  it('repeats a failed event with the same ids until it is taken', async () => {
    const { keyboard, user, delivered, answers } = await withGroup();
    answers.push(500, 503);
    await keyboard.text(user.id, user.id, 'สวัสดี');
    expect(delivered.map(({ event }) => event.deliveryContext.isRedelivery)).toEqual([false, true, true]);
    expect(new Set(delivered.map(({ event }) => event.webhookEventId)).size).toBe(1);
    expect(new Set(delivered.map(({ event }) => event.replyToken)).size).toBe(1);
  });

  it('gives up for now after three repetitions and tries again when the clock moves', async () => {
    const { keyboard, user, delivered, answers, simulator } = await withGroup();
    answers.push(500, 500, 500, 500, 500);
    await keyboard.text(user.id, user.id, 'สวัสดี');
    expect(delivered).toHaveLength(4);
    await simulator.platform.setClock(START_MS + 60_000);
    expect(delivered).toHaveLength(5);
    await simulator.platform.setClock(START_MS + 120_000);
    await simulator.platform.setClock(START_MS + 180_000);
    expect(delivered).toHaveLength(6);
    expect(delivered.at(-1)?.event.timestamp).toBe(START_MS);
  });

  it('loses a failed event when redelivery is off', async () => {
    const { keyboard, user, delivered, answers, simulator } = await withGroup({ redelivery: false });
    answers.push(500);
    await keyboard.text(user.id, user.id, 'สวัสดี');
    await simulator.platform.setClock(START_MS + 60_000);
    expect(delivered).toHaveLength(1);
  });

  it('counts an answer after two seconds as none', async () => {
    const clock = { nowMs: START_MS };
    let calls = 0;
    const line = lineUnderTest({
      now: () => clock.nowMs,
      deliver: async () => {
        calls += 1;
        if (calls === 1) clock.nowMs += 2_001;
        return { status: 200 };
      },
    });
    await line.simulator.phones.addUser({ name: 'ช้า', follows: true });
    expect(calls).toBe(2);
  });

  it('sends duplicates, repeats and out of order as the faults ask', async () => {
    const { keyboard, user, delivered, simulator } = await withGroup();
    const texts = () => delivered.map(({ event }) => (event['message'] as { text: string }).text);
    simulator.platform.faults.set({ webhook: { duplicateRate: 1 } });
    await keyboard.text(user.id, user.id, '1');
    expect(texts()).toEqual(['1', '1']);
    delivered.length = 0;
    simulator.platform.faults.set({ webhook: { disorderRate: 1 } });
    await keyboard.text(user.id, user.id, '2');
    expect(texts()).toEqual([]);
    simulator.platform.faults.set({});
    await keyboard.text(user.id, user.id, '3');
    expect(texts()).toEqual(['3', '2']);
    delivered.length = 0;
    simulator.platform.faults.set({ webhook: { redeliverRate: 1 } });
    await keyboard.text(user.id, user.id, '4');
    simulator.platform.faults.set({});
    await keyboard.text(user.id, user.id, '5');
    expect(texts()).toEqual(['4', '5', '4']);
    expect(delivered.at(-1)?.event.deliveryContext).toEqual({ isRedelivery: true });
  });

  it('misbehaves the same way for the same seed', async () => {
    const run = async () => {
      const { keyboard, user, delivered, simulator } = await withGroup();
      const webhook = { duplicateRate: 0.4, redeliverRate: 0.4, disorderRate: 0.4 };
      simulator.platform.faults.set({ seed: 7, webhook });
      for (let count = 0; count < 20; count += 1) await keyboard.text(user.id, user.id, String(count));
      return delivered.map(({ body }) => body.toString('utf8'));
    };
    expect(await run()).toEqual(await run());
  });
});

function lineUnderTestWithPhones() {
  const line = lineUnderTest();
  return { ...line, phones: line.simulator.phones };
}
