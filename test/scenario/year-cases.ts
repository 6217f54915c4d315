import { applyOutcome } from '../../bot/commit/apply-outcome.ts';
import { caseWrites, changeCase } from '../../bot/complaints/change-case.ts';
import { type Case, type CaseLine, caseLines, subId } from '../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../bot/complaints/settings.ts';
import { tallyWrites } from '../../bot/complaints/tally.ts';
import { makeReplyChannel } from '../../bot/sealing/reply-channel.ts';
import { ref } from '../../bot/store/store.ts';
import { CASE_RANDOM_DIGITS, makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import type { StatusId } from '../../shared/complaints/status-id.ts';
import { isWorkingDay } from '../../shared/complaints/working-days.ts';
import { type Day, dayParts, daysBetween } from '../../shared/thai/days.ts';
import type { SimUser } from '../simulator/protocol.ts';
import { seededRandom } from '../unit/webhook/seeded-ports.ts';
import type { Office } from './year-office.ts';

/** Days of a month on which a complaint comes in. */
const FILED_ON = [5, 19];

/** What officers do with a case, in days since it came in; on the next working day where that is none. */
type Diary = readonly { readonly day: number; readonly step: 'take' | StatusId }[];

/** One complaint after the other takes the next of these. */
const DIARIES: readonly Diary[] = [
  [
    { day: 1, step: 'take' },
    { day: 1, step: 'screening' },
    { day: 4, step: 'fact-finding' },
    { day: 8, step: 'result-told' },
    { day: 30, step: 'closed' },
  ],
  // Answered after the reminders before the due day.
  [
    { day: 2, step: 'take' },
    { day: 2, step: 'fact-finding' },
    { day: 14, step: 'result-told' },
    { day: 40, step: 'closed' },
  ],
  // Nobody begins in time, and nobody takes it: all reminders go to every officer.
  [
    { day: 9, step: 'fact-finding' },
    { day: 19, step: 'result-told' },
  ],
  // Weeks late.
  [
    { day: 1, step: 'take' },
    { day: 1, step: 'fact-finding' },
    { day: 34, step: 'result-told' },
    { day: 45, step: 'closed' },
  ],
];

interface Running {
  readonly id: string;
  readonly receivedDay: Day;
  readonly officer: SimUser;
  left: Diary;
}

/** The complaints of the year: case documents with their lines and counts, worked on by two officers. */
export class YearOfCases {
  readonly #office: Office;
  #running: Running[] = [];
  #count = 0;

  constructor(office: Office) {
    this.#office = office;
  }

  /** How many came in. */
  get count(): number {
    return this.#count;
  }

  /** A morning: the complaint of the day, where there is one, is released. */
  async morning(day: Day): Promise<void> {
    if (!FILED_ON.includes(dayParts(day).date)) return;
    const { program, officers } = this.#office;
    const n = this.#count;
    this.#count += 1;
    const id = `case-${n}`;
    const digits = String(n).padStart(CASE_RANDOM_DIGITS, '0');
    const clear = openCase(
      {
        number: makeCaseNumber(day, digits),
        category: 'procurement',
        receivedDay: day,
        readerIds: officers.map((one) => one.id),
        filledCount: 3,
        attachmentCount: 0,
      },
      DEFAULT_DEADLINE_RULES,
      OFFICE_CLOSED,
    );
    const made: Case = {
      clear,
      elsewhere: null,
      accusedHead: false,
      rev: 1,
      isOpen: true,
      lock: { verifierSalt: '', verifier: '', replySalt: '' },
      channel: await makeReplyChannel(Buffer.alloc(32, 7)),
      caseKeyBoxes: [],
      pieces: [],
      partCount: 0,
      threadCount: 0,
      history: [{ day, what: 'status', status: 'received', by: 'program' }],
      hasNews: false,
      nudged: [],
      receivedDay: day,
      finishedDay: null,
    };
    await program.store.transact(async (tx) => {
      const writes = [...caseWrites(id, made), ...(await tallyWrites(tx, null, clear))];
      await this.#apply(tx, { writes });
    });
    const officer = officers[n % officers.length];
    const left = DIARIES[n % DIARIES.length];
    if (officer && left) this.#running.push({ id, receivedDay: day, officer, left });
  }

  /** On a working day officers do what their diaries say. */
  async work(day: Day): Promise<void> {
    if (!isWorkingDay(day, OFFICE_CLOSED)) return;
    for (const one of this.#running) {
      for (;;) {
        const [next, ...later] = one.left;
        if (!next || daysBetween(one.receivedDay, day) < next.day) break;
        await this.#take(one, next.step, day);
        one.left = later;
      }
    }
    this.#running = this.#running.filter(({ left }) => left.length > 0);
  }

  async #take({ id, officer }: Running, step: Diary[number]['step'], today: Day): Promise<void> {
    const { program } = this.#office;
    // What goes with words is written in the mini-app; the rest is a button in chat.
    if (step === 'result-told' || step === 'closed') {
      const change = { kind: 'move', to: step, by: 'officer', hasReason: true, today } as const;
      await program.store.transact(async (tx) => {
        const changed = await changeCase(tx, id, change, officer.id);
        if (changed.kind !== 'changed') throw new Error(`${id} cannot become ${step}: ${changed.kind}`);
        await this.#apply(tx, { writes: changed.writes, audit: changed.audit });
      });
    } else {
      const rev = (await this.#line(id, officer)).rev;
      const act = step === 'take' ? `case-take?c=${id}&r=${rev}` : `case-move?c=${id}&r=${rev}&to=${step}`;
      await program.presses(officer, `complaints/${act}`);
    }
    const { clear } = await this.#line(id, officer);
    const isDone = step === 'take' ? clear.assigneeId === officer.id : clear.status === step;
    if (!isDone) throw new Error(`${id} is ${clear.status} after ${step}`);
  }

  async #line(id: string, officer: SimUser): Promise<CaseLine> {
    const line = (await this.#office.program.store.get(ref(caseLines, subId(officer.id, id))))?.data;
    if (!line) throw new Error(`${id} is on nobody's list`);
    return line;
  }

  async #apply(
    tx: Parameters<typeof applyOutcome>[0],
    outcome: Parameters<typeof applyOutcome>[2],
  ): Promise<void> {
    const { clock, keys } = this.#office.program;
    const occasion = { id: `by-hand-${clock.now()}`, feature: 'complaints', receivedAtMs: clock.now() };
    await applyOutcome(tx, occasion, outcome, { clock, keys, random: seededRandom() });
  }
}
