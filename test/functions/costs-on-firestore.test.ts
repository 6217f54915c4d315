import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { counted } from '../../functions/costs/counted.ts';
import { FLOW_NAMES } from '../../functions/costs/flow-names.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from '../contract/firestore-emulator.ts';
import { countFlow, FLOWS } from './costs/count-flow.ts';
import { countOnTheWire } from './costs/wire-count.ts';

/** The flows on Google's emulator, counted where Google's own client hands its requests to the line. */
let emulator: FirestoreEmulator;
beforeAll(async () => {
  emulator = await startFirestoreEmulator();
}, 90_000);
afterAll(() => emulator?.stop());

const FLOWS_OF_PEOPLE = FLOW_NAMES.filter((name) => !FLOWS[name].isIdle);

it.each(FLOWS_OF_PEOPLE)(
  '%s reads, writes and deletes on Firestore what was counted without it',
  async (name) => {
    const wire = countOnTheWire();
    try {
      const found = await countFlow(
        FLOWS[name],
        async () => {
          await emulator.clear();
          return openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
        },
        wire,
      );
      const { reads, writes, deletes } = counted()[name];
      expect(found).toMatchObject({ reads, writes, deletes });
    } finally {
      wire.end();
    }
  },
  60_000,
);
