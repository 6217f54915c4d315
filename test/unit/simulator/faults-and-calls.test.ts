import { describe, expect, it } from 'vitest';
import { ConnectionCut } from '../../simulator/line/api/line-http.ts';
import { CallLog } from '../../simulator/line/call-log.ts';
import { simulatorLimits } from '../../simulator/line/simulator-limits.ts';
import { lineUnderTest, START_MS, words } from './line-under-test.ts';

const KEY = '123e4567-e89b-12d3-a456-426614174000';

async function withFriend() {
  const line = lineUnderTest();
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const push = () =>
    line.call(
      'POST',
      '/v2/bot/message/push',
      { to: user.id, messages: [words('ก')] },
      { 'x-line-retry-key': KEY },
    );
  const seen = () => line.simulator.phones.read(user.id, user.id, 0).length;
  return { ...line, user, push, seen };
}

describe('faults', () => {
  it('answer in place of LINE as often as asked, and nothing is sent', async () => {
    const { call, push, seen } = await withFriend();
    const message = 'The API rate limit has been exceeded. Try again later.';
    await call('PUT', '/sim/faults', {
      api: [{ path: '/v2/bot/message/push', times: 1, answer: { status: 429, message } }],
    });
    expect(await push()).toMatchObject({ status: 429, json: { message } });
    expect(seen()).toBe(0);
    expect((await push()).status).toBe(200);
  });

  it('can send the message and answer 500, so that the retry is a 409', async () => {
    const { call, push, seen } = await withFriend();
    await call('PUT', '/sim/faults', {
      api: [{ path: '/v2/bot/message/push', times: 1, answer: { acceptedThen: 500 } }],
    });
    expect((await push()).status).toBe(500);
    expect((await push()).status).toBe(409);
    expect(seen()).toBe(1);
  });

  it('can cut the connection before or after the message is sent', async () => {
    const { call, push, seen } = await withFriend();
    await call('PUT', '/sim/faults', {
      api: [
        { path: '/v2/bot/message/push', times: 1, answer: { cut: true } },
        { path: '/v2/bot/message/push', times: 1, answer: { acceptedThen: 'cut' } },
      ],
    });
    await expect(push()).rejects.toBeInstanceOf(ConnectionCut);
    expect(seen()).toBe(0);
    await expect(push()).rejects.toBeInstanceOf(ConnectionCut);
    expect(seen()).toBe(1);
    expect((await push()).status).toBe(409);
  });

  it('are refused when they are misspelt', async () => {
    const { call } = lineUnderTest();
    expect((await call('PUT', '/sim/faults', { webhook: { duplicates: 1 } })).status).toBe(400);
  });
});

describe('the record of calls', () => {
  it('has both directions with headers, bodies and answers', async () => {
    const { call, push, user } = await withFriend();
    await push();
    const calls = (await call('GET', '/sim/calls?after=0')).json;
    expect(calls).toMatchObject([
      { seq: 1, direction: 'to-program', path: '/webhook', status: 200, atMs: START_MS },
      {
        seq: 2,
        direction: 'to-line',
        method: 'POST',
        path: '/v2/bot/message/push',
        headers: { 'x-line-retry-key': KEY },
      },
    ]);
    expect(JSON.parse(calls[1].body).to).toBe(user.id);
    expect((await call('GET', '/sim/calls?after=1')).json).toHaveLength(1);
  });

  it('keeps the latest calls only', () => {
    const log = new CallLog();
    const call = {
      atMs: 0,
      direction: 'to-line',
      method: 'GET',
      path: '/',
      headers: {},
      body: '',
      status: 200,
      responseBody: '',
    } as const;
    for (let count = 0; count < simulatorLimits.callsKept * 2 + 5; count += 1) log.add(call);
    const kept = log.after(0);
    expect(kept).toHaveLength(simulatorLimits.callsKept);
    expect(kept[0]?.seq).toBe(simulatorLimits.callsKept + 6);
    expect(log.after(simulatorLimits.callsKept * 2 + 4).map(({ seq }) => seq)).toEqual([
      simulatorLimits.callsKept * 2 + 5,
    ]);
  });
});

describe('the clock', () => {
  it('runs on from where it was set', async () => {
    const { call, clock, simulator } = lineUnderTest();
    await call('PUT', '/sim/clock', { nowMs: START_MS + 1_000_000 });
    clock.nowMs += 5;
    expect((await call('GET', '/sim/state')).json.nowMs).toBe(START_MS + 1_000_005);
    expect(simulator.platform.now()).toBe(START_MS + 1_000_005);
  });
});
