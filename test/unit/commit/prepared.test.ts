import { afterEach, beforeEach, expect, it } from 'vitest';
import { officeKeys } from '../../../bot/office-keys.ts';
import { commitEvent, type EventDeps } from '../../../bot/webhook/commit-event.ts';
import type { ChatEvent } from '../../../bot/webhook/event.ts';
import type { ChatFeature, Foresight } from '../../../bot/webhook/feature.ts';
import { seededRandom, testClock } from '../webhook/seeded-ports.ts';
import { openTempStore, type TempStore } from '../webhook/temp-store.ts';

const USER = `U${'1'.repeat(32)}`;
let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

function eventOf(id: string, text: string): ChatEvent {
  return {
    id,
    atMs: 1,
    chat: { kind: 'user', id: USER },
    userId: USER,
    replyToken: `token-${id}`,
    input: { kind: 'text', text, messageId: '1' },
  };
}

it("gives a feature what it prepared for this event before the transaction, and nothing of another feature's", async () => {
  const foreseen: Foresight[] = [];
  const handled: unknown[] = [];
  const slow: ChatFeature = {
    name: 'slow',
    commands: [{ name: 'go', words: ['ไป'], where: 'user' }],
    menu: [],
    prepare: async (foresight) => {
      foreseen.push(foresight);
      return `sealed ${foresight.event.id}`;
    },
    handle: async ({ prepared, flow }) => {
      handled.push([prepared, flow]);
      return { flow: { step: handled.length } };
    },
  };
  const other: ChatFeature = {
    name: 'other',
    commands: [],
    menu: [],
    handle: async ({ prepared }) => {
      handled.push(['other', prepared]);
      return {};
    },
  };
  const deps: EventDeps = {
    store: temp.store,
    clock: testClock(),
    random: seededRandom(),
    keys: officeKeys(Buffer.alloc(32, 1)),
    features: [slow],
    fallback: other,
  };
  await commitEvent(eventOf('E1', 'อะไร'), deps);
  await commitEvent(eventOf('E2', 'ไป'), deps);
  await commitEvent(eventOf('E3', 'คำตอบ'), deps);
  expect(handled).toEqual([
    ['other', undefined],
    ['sealed E2', undefined],
    ['sealed E3', { step: 2 }],
  ]);
  expect(foreseen.map(({ trigger, flow }) => [trigger.kind, flow])).toEqual([
    ['command', undefined],
    ['answer', { step: 2 }],
  ]);
});
