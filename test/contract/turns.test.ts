import { expect, test } from 'vitest';
import { Turn, Turns } from '../../bot/store/turns.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('who takes the same keys goes one after the other, in order of arrival, whatever order the keys are named in', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const go = async (name: string, keys: readonly string[]) => {
    const turn = new Turn(turns);
    await turn.takeAll(keys);
    log.push(`${name} in`);
    await soon();
    log.push(`${name} out`);
    turn.end();
  };
  await Promise.all([go('first', ['a', 'b']), go('second', ['b', 'a']), go('third', ['a'])]);
  expect(log).toEqual(['first in', 'first out', 'second in', 'second out', 'third in', 'third out']);
});

test('a key nobody fights for keeps nobody waiting', async () => {
  const turns = new Turns();
  expect(await new Turn(turns).mayRead('settings')).toBe(true);
  expect(await new Turn(turns).mayRead('settings')).toBe(true);
  expect(turns.isHeld('settings')).toBe(false);
});

test('the first read waits for its turn; a later one is told to start again', async () => {
  const turns = new Turns();
  const holder = new Turn(turns);
  await holder.takeAll(['hot']);

  const waiting = new Turn(turns);
  let read = false;
  const allowed = waiting.mayRead('hot').then((may) => {
    read = may;
  });
  const late = new Turn(turns);
  expect(await late.mayRead('other')).toBe(true);
  expect(await late.mayRead('hot')).toBe(false);
  expect(read).toBe(false);
  holder.end();
  await allowed;
  expect(read).toBe(true);
  waiting.end();
  expect(turns.isHeld('hot')).toBe(false);
});

test('a turn that comes after its run has ended goes to the next in line', async () => {
  const turns = new Turns();
  const [holder, gaveUp, next] = [new Turn(turns), new Turn(turns), new Turn(turns)];
  await holder.takeAll(['hot']);
  const abandoned = gaveUp.takeAll(['hot']);
  const taken = next.takeAll(['hot']);
  gaveUp.end();
  holder.end();
  await Promise.all([abandoned, taken]);
  expect(turns.isHeld('hot')).toBe(true);
  next.end();
  expect(turns.isHeld('hot')).toBe(false);
});
