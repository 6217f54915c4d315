import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRecords } from '../../bot/audit/records.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { spendingCsv } from '../faults/spending-csv.ts';
import { furnish, type Staffed } from '../scenario/furnish.ts';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import type { EmulatedHost } from './emulated-host.ts';
import { PROJECT_ID } from './emulated-project.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TEST_MS = process.env['EVERY_ASK'] ? 3_600_000 : 600_000;
/** Times that a person comes back later, to see whether the program has risen. */
const MAX_RETURNS = 5;

/** The steps of publishing a workbook, and the function that each one runs in. */
const STEPS = { upload: 'webhook', confirm: 'webhook', post: 'everyMinute' } as const;
type Step = keyof typeof STEPS;
/**
 * Where in a step the process dies, as a share of its questions. A death in the middle of a transaction costs a minute: Firestore
 * keeps its locks that long. `EVERY_ASK=1` lets it die at every single question, which takes half an hour.
 */
const DEATHS: Readonly<Record<Step, readonly number[]>> = { upload: [0.5], confirm: [1], post: [0.3] };

function asksOf(step: Step, count: number): readonly number[] {
  if (process.env['EVERY_ASK']) return Array.from({ length: count }, (_, n) => n + 1);
  return DEATHS[step].map((share) => Math.ceil(share * count));
}

describe('a function whose process dies in the middle', () => {
  let office: TestOffice;
  let who: Staffed;
  let host: EmulatedHost;
  let lives = 0;
  beforeAll(async () => {
    office = await openOffice();
    host = office.host as EmulatedHost;
    who = await furnish(office);
  });
  afterAll(() => office?.close());

  /** Does a step, in which the process may die at its `ask`-th question, and says how many it asked. */
  async function during(step: Step, death: Death | undefined, act: () => Promise<unknown>): Promise<number> {
    const target = STEPS[step];
    await host.workers.endAt(target, death?.step === step ? death.ask : 0);
    await act();
    const [state] = (await host.workers.states()).filter((one) => one.target === target);
    return state?.asks ?? 0;
  }

  /** Publishes a workbook of its own, on a day of its own; whoever gets no answer comes back after a while. */
  async function live(death?: Death): Promise<Record<Step, number>> {
    lives += 1;
    let nowMs = SCENARIO_START_MS + lives * DAY_MS;
    const later = async (ms: number) => {
      nowMs += ms;
      await office.setTime(nowMs);
    };
    await later(0);
    const baht = 100_000 + lives * 1_000;
    // The other line of the report has a thousand baht.
    const shown = (baht + 1_000).toLocaleString('en');
    const { finance, staff, citizen, group } = who;

    let preview = '';
    const upload = await during('upload', death, async () => {
      preview = (await finance.sends({ name: 'งบ.csv', bytes: spendingCsv(baht) })).text;
    });
    for (let n = 0; n < MAX_RETURNS && !preview.includes(shown); n += 1) {
      await later(10 * MINUTE_MS);
      preview += (await finance.reads()).text;
    }
    expect(preview).toContain(shown);

    const confirm = await during('confirm', death, () => finance.taps('ยืนยัน'));
    for (let n = 0; n < MAX_RETURNS && !(await citizen.says('งบ')).text.includes(shown); n += 1) {
      await later(10 * MINUTE_MS);
    }
    expect((await citizen.says('งบ')).text).toContain(shown);

    await staff.reads(group);
    const cards: string[] = [];
    const post = await during('post', death, () => later(4 * HOUR_MS));
    for (let n = 0; n < MAX_RETURNS && (n < 2 || cards.length === 0); n += 1) {
      await later(10 * MINUTE_MS);
      cards.push(...(await staff.reads(group)).messages.map((one) => JSON.stringify(one.content)));
    }
    expect(cards.filter((card) => card.includes(shown))).toHaveLength(1);
    return { upload, confirm, post };
  }

  it(
    'keeps G1, G5 and G8: each workbook is confirmed once and posted once, wherever it died',
    async () => {
      await office.quota({ type: 'none' });
      const asks = await live();
      for (const step of Object.keys(STEPS) as Step[]) {
        process.stdout.write(`${step}: ${asks[step]} questions\n`);
        expect(asks[step]).toBeGreaterThan(3);
        for (const ask of asksOf(step, asks[step])) await live({ step, ask });
      }
      const store = await openFirestoreStore({
        projectId: PROJECT_ID,
        emulatorHost: host.suite.firestoreHost,
      });
      try {
        expect((await verifyAudit(store)).kind).toBe('whole');
        const entries = await store.query({ collection: auditRecords, limit: 500 });
        const confirmed = entries.filter(({ data }) => data.action === 'budget.confirmed');
        expect(confirmed).toHaveLength(lives);
      } finally {
        await store.close();
      }
    },
    TEST_MS,
  );
});

/** Where a process ends: before the `ask`-th question of a step. */
interface Death {
  readonly step: Step;
  readonly ask: number;
}
