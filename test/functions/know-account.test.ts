import { expect, it } from 'vitest';
import { knowAccount } from '../../functions/know-account.ts';
import { lineOverSimulator } from '../faults/line-over-simulator.ts';
import { createSimulator } from '../simulator/simulator.ts';

function simulated() {
  const options = { channelSecret: 's', channelAccessToken: 'token', loginChannelId: '1' };
  const simulator = createSimulator(options);
  let asked = 0;
  const line = lineOverSimulator(simulator, 'token');
  const counted = {
    ...line,
    accountId: () => {
      asked += 1;
      return line.accountId();
    },
  };
  return { simulator, line: counted, asked: () => asked };
}

it('knows the account before the first call is served, and asks LINE once', async () => {
  const { line, asked } = simulated();
  const known = await knowAccount(line);
  expect(asked()).toBe(1);
  expect(await known.accountId()).toMatch(/^@/);
  expect(asked()).toBe(1);
});

it('serves all the same while LINE does not answer, and asks again', async () => {
  const { simulator, line } = simulated();
  simulator.platform.faults.set({ api: [{ path: '/v2/bot/info', times: 1, answer: { cut: true } }] });
  const known = await knowAccount(line);
  expect(await known.accountId()).toMatch(/^@/);
});
