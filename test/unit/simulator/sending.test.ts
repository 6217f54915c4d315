import { describe, expect, it } from 'vitest';
import { lineUnderTest, START_MS, words } from './line-under-test.ts';

const KEY = '123e4567-e89b-12d3-a456-426614174000';

async function withFriend(options?: Parameters<typeof lineUnderTest>[0]) {
  const line = lineUnderTest(options);
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const push = (to: string, headers = {}, text = 'สวัสดี') =>
    line.call('POST', '/v2/bot/message/push', { to, messages: [words(text)] }, headers);
  const reply = (replyToken: unknown) =>
    line.call('POST', '/v2/bot/message/reply', { replyToken, messages: [words('รับแล้ว')] });
  const used = () => line.simulator.platform.quota.read(line.simulator.platform.now()).used;
  return { ...line, user, push, reply, used };
}

describe('replying', () => {
  it('shows a reply to the person who wrote and costs nothing', async () => {
    const { simulator, user, reply, lastEvent, used } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const answer = await reply(lastEvent().replyToken);
    expect(answer.status).toBe(200);
    expect(answer.json.sentMessages).toEqual([
      { id: expect.stringMatching(/^\d+$/), quoteToken: expect.any(String) },
    ]);
    const shown = simulator.phones.read(user.id, user.id, 0).at(-1);
    expect(shown).toMatchObject({
      from: 'bot',
      via: 'reply',
      content: { kind: 'bot', message: words('รับแล้ว') },
    });
    expect(used()).toBe(0);
  });

  it('lets a reply token work once', async () => {
    const { simulator, user, reply, lastEvent } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const token = lastEvent().replyToken;
    expect((await reply(token)).status).toBe(200);
    expect(await reply(token)).toMatchObject({ status: 400, json: { message: 'Invalid reply token' } });
  });

  it('lets a reply token work for one minute', async () => {
    const { simulator, user, reply, lastEvent, clock } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    clock.nowMs += 60_001;
    expect((await reply(lastEvent().replyToken)).json).toEqual({ message: 'Invalid reply token' });
  });

  it('gives a redelivered event its reply token for another minute, until 20 minutes after the event', async () => {
    const { simulator, user, reply, lastEvent, clock, call } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const { webhookEventId, replyToken } = lastEvent();
    clock.nowMs = START_MS + 20 * 60_000 + 1;
    await call('POST', '/sim/redeliver', { webhookEventId });
    expect((await reply(replyToken)).status).toBe(400);
    clock.nowMs = START_MS + 10 * 60_000;
    await call('POST', '/sim/redeliver', { webhookEventId });
    expect(lastEvent()).toMatchObject({
      replyToken,
      webhookEventId,
      deliveryContext: { isRedelivery: true },
    });
    expect((await reply(replyToken)).status).toBe(200);
  });

  it('keeps a reply token when the messages were wrong', async () => {
    const { simulator, user, reply, call, lastEvent } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const { replyToken } = lastEvent();
    const wrong = await call('POST', '/v2/bot/message/reply', { replyToken, messages: [words('')] });
    expect(wrong.json).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'messages[0].text' }],
    });
    expect((await reply(replyToken)).status).toBe(200);
  });

  it('refuses a reply with a retry key and leaves the token as it was', async () => {
    const { simulator, user, reply, call, lastEvent } = await withFriend();
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const { replyToken } = lastEvent();
    const body = { replyToken, messages: [words('รับแล้ว')] };
    const refused = await call('POST', '/v2/bot/message/reply', body, { 'x-line-retry-key': KEY });
    expect(refused.status).toBe(400);
    expect((await reply(replyToken)).status).toBe(200);
  });
});

describe('pushing', () => {
  it('sends once per retry key and answers 409 with the first result for 24 hours, whatever the body', async () => {
    const { simulator, user, push, used, clock } = await withFriend();
    const first = await push(user.id, { 'x-line-retry-key': KEY });
    clock.nowMs += 24 * 3_600_000 - 1;
    const again = await push(user.id, { 'x-line-retry-key': KEY.toUpperCase() }, 'ข้อความอื่น');
    expect(again.status).toBe(409);
    expect(again.headers['x-line-accepted-request-id']).toBe(first.headers['x-line-request-id']);
    expect(again.json.sentMessages).toEqual(first.json.sentMessages);
    expect(simulator.phones.read(user.id, user.id, 0)).toHaveLength(1);
    expect(used()).toBe(1);
    clock.nowMs += 1;
    expect((await push(user.id, { 'x-line-retry-key': KEY })).status).toBe(200);
  });

  it('refuses a retry key that is no UUID', async () => {
    const { user, push } = await withFriend();
    expect((await push(user.id, { 'x-line-retry-key': 'key-1' })).status).toBe(400);
  });

  it('does not remember a retry key of a refused request', async () => {
    const { user, push, call } = await withFriend({ quota: { type: 'limited', limit: 0 } });
    expect((await push(user.id, { 'x-line-retry-key': KEY })).json.message).toBe(
      'You have reached your monthly limit.',
    );
    await call('PUT', '/sim/quota', { type: 'limited', limit: 5 });
    expect((await push(user.id, { 'x-line-retry-key': KEY })).status).toBe(200);
  });

  it('answers 200 but shows and counts nothing for a person who blocked the account', async () => {
    const { simulator, user, push, used } = await withFriend();
    await simulator.phones.block(user.id);
    const answer = await push(user.id);
    expect(answer.status).toBe(200);
    expect(answer.json.sentMessages).toHaveLength(1);
    expect(simulator.phones.read(user.id, user.id, 0)).toEqual([]);
    expect(used()).toBe(0);
  });

  it('reaches a stranger for seven days after a message of theirs', async () => {
    const { simulator, push, clock } = await withFriend();
    const stranger = await simulator.phones.addUser({ name: 'แวะมา' });
    const seen = () =>
      simulator.phones.read(stranger.id, stranger.id, 0).filter(({ from }) => from === 'bot').length;
    await push(stranger.id);
    expect(seen()).toBe(0);
    await simulator.keyboard.text(stranger.id, stranger.id, 'ถาม');
    await push(stranger.id);
    expect(seen()).toBe(1);
    clock.nowMs += 7 * 24 * 3_600_000 + 1;
    await push(stranger.id);
    expect(seen()).toBe(1);
  });

  it('refuses ids LINE does not know and groups the account is not in', async () => {
    const { simulator, user, push } = await withFriend();
    const group = await simulator.phones.addGroup({ name: 'กองคลัง', memberIds: [user.id] });
    const refusal = { status: 400, json: { message: 'Failed to send messages' } };
    expect(await push(`U${'0'.repeat(32)}`)).toMatchObject(refusal);
    expect(await push(group.id)).toMatchObject(refusal);
  });

  it('costs one message per member in a group, however many messages are sent', async () => {
    const { simulator, call, used } = await withFriend();
    const members = [];
    for (const name of ['ก', 'ข', 'ค']) members.push((await simulator.phones.addUser({ name })).id);
    const group = await simulator.phones.addGroup({ name: 'กองคลัง', memberIds: members, botIn: true });
    await call('POST', '/v2/bot/message/push', {
      to: group.id,
      messages: [words('1'), words('2'), words('3')],
    });
    expect(used()).toBe(3);
    expect((await call('GET', '/v2/bot/message/quota/consumption')).json).toEqual({ totalUsage: 3 });
    expect((await call('GET', `/v2/bot/group/${group.id}/members/count`)).json).toEqual({ count: 3 });
  });

  it('refuses the push that would go beyond the month, and sends again in the next month', async () => {
    const { simulator, user, push, used, clock, call } = await withFriend({
      quota: { type: 'limited', limit: 1 },
    });
    expect((await push(user.id)).status).toBe(200);
    const refused = await push(user.id);
    expect(refused).toMatchObject({ status: 429, json: { message: 'You have reached your monthly limit.' } });
    expect(simulator.phones.read(user.id, user.id, 0)).toHaveLength(1);
    clock.nowMs = Date.UTC(2026, 5, 30, 14, 59, 59);
    expect(used()).toBe(1);
    clock.nowMs = Date.UTC(2026, 5, 30, 15, 0, 0);
    expect((await push(user.id)).status).toBe(200);
    expect((await call('GET', '/v2/bot/message/quota')).json).toEqual({ type: 'limited', value: 1 });
  });

  it('counts only friends for multicast and broadcast', async () => {
    const { simulator, user, call, used } = await withFriend();
    const stranger = await simulator.phones.addUser({ name: 'แวะมา' });
    const body = { to: [user.id, stranger.id], messages: [words('ประกาศ')] };
    expect((await call('POST', '/v2/bot/message/multicast', body)).json).toEqual({});
    expect((await call('POST', '/v2/bot/message/broadcast', { messages: [words('ประกาศ')] })).json).toEqual(
      {},
    );
    expect(used()).toBe(2);
    const wrong = await call('POST', '/v2/bot/message/multicast', {
      to: ['C1'],
      messages: [words('ประกาศ')],
    });
    expect(wrong.json.message).toBe(
      'The property, to[0], in the request body is invalid (line: -, column: -)',
    );
  });
});

describe('every answer', () => {
  it('carries a request id of its own', async () => {
    const { call } = lineUnderTest();
    const ids = [];
    for (const path of ['/v2/bot/info', '/v2/bot/nowhere', '/v2/bot/message/quota']) {
      ids.push((await call('GET', path)).headers['x-line-request-id']);
    }
    expect(new Set(ids).size).toBe(3);
  });

  it('is 401 without the right channel access token', async () => {
    const { call } = lineUnderTest();
    const answer = await call('GET', '/v2/bot/info', undefined, { authorization: 'Bearer wrong' });
    expect(answer.status).toBe(401);
    expect(answer.json.message).toMatch(/^Authentication failed due to the following reason: /);
  });

  it('is 413, 415 or 400 for a body that is too large, of another type or no JSON', async () => {
    const { call } = lineUnderTest();
    const push = (body: Buffer, headers = {}) => call('POST', '/v2/bot/message/push', body, headers);
    expect((await push(Buffer.alloc(2_000_001, 0x20))).status).toBe(413);
    expect((await push(Buffer.from('{}'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await push(Buffer.from('{'))).status).toBe(400);
  });
});
