import { caseWrites } from '../../bot/complaints/change-case.ts';
import {
  type Case,
  caseNumbers,
  caseParts,
  caseThread,
  type HistoryEntry,
  receipts,
  subId,
} from '../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../bot/complaints/settings.ts';
import { tallyRef } from '../../bot/complaints/tally.ts';
import { makeReplyChannel, type ReplyChannel } from '../../bot/sealing/reply-channel.ts';
import type { Sealed } from '../../bot/sealing/seal.ts';
import { ref, type Store, type Transaction } from '../../bot/store/store.ts';
import { CASE_RANDOM_DIGITS, makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { type CaseTally, tallyCase } from '../../shared/complaints/case-tally.ts';
import { CATEGORY_IDS } from '../../shared/complaints/categories.ts';
import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { moveCase } from '../../shared/complaints/move-case.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import type { StatusId } from '../../shared/complaints/status-id.ts';
import { statusOf } from '../../shared/complaints/statuses.ts';
import { addDays, type Day } from '../../shared/thai/days.ts';
import { type FiscalYear, fiscalYearOf } from '../../shared/thai/fiscal-year.ts';

const PER_TRANSACTION = 500;
const BOX_CHARS = 200;
const PIECE_CHARS = 700;
const PIECES = 3;
/** Every so manieth case has an answer of an officer in its thread. */
const THREAD_EVERY = 10;

/** How far cases get, in days since they came in; one after the other takes the next. */
const LIVES: readonly (readonly (readonly [days: number, to: StatusId])[])[] = [
  [],
  [
    [1, 'screening'],
    [5, 'fact-finding'],
  ],
  [
    [2, 'fact-finding'],
    [9, 'result-told'],
    [30, 'closed'],
  ],
  [
    [6, 'fact-finding'],
    [40, 'result-told'],
    [60, 'closed'],
  ],
  [[3, 'not-accepted']],
  [
    [2, 'fact-finding'],
    [12, 'result-told'],
    [20, 'disputed'],
  ],
];

/** Which complaints to make. */
export interface ManyComplaints {
  readonly firstDay: Day;
  readonly count: number;
  readonly officerIds: readonly string[];
}

/**
 * Whole complaints, received over a year from `firstDay` on: case, line on the list of a reader, sealed parts, number, receipt,
 * thread, and the counts that statistics are made of, as the program's own rules make them.
 */
export async function fillComplaints(
  store: Store,
  { firstDay, count, officerIds }: ManyComplaints,
): Promise<void> {
  const channel = await makeReplyChannel(Buffer.alloc(32, 7));
  const tallies = new Map<FiscalYear, CaseTally>();
  for (let n = 0; n < count; n += 365) {
    for (const day of [firstDay, addDays(firstDay, 364)]) {
      const year = fiscalYearOf(day);
      if (!tallies.has(year)) tallies.set(year, (await store.get(tallyRef(year)))?.data.months ?? {});
    }
  }
  for (let from = 0; from < count; from += PER_TRANSACTION) {
    await store.transact(async (tx) => {
      for (let n = from; n < Math.min(from + PER_TRANSACTION, count); n += 1) {
        const made = caseOf(n, addDays(firstDay, n % 365), officerIds[n % officerIds.length] ?? '', channel);
        const year = fiscalYearOf(made.receivedDay);
        tallies.set(year, tallyCase(tallies.get(year) ?? {}, null, made.clear));
        writeCase(tx, n, made);
      }
      for (const [year, months] of tallies) tx.set(tallyRef(year), { months });
    });
  }
}

function caseOf(n: number, receivedDay: Day, officerId: string, channel: ReplyChannel): Case {
  const number = makeCaseNumber(receivedDay, String(n).padStart(CASE_RANDOM_DIGITS, '0'));
  const filed = {
    number,
    category: CATEGORY_IDS[n % CATEGORY_IDS.length] ?? 'other',
    receivedDay,
    readerIds: [officerId],
    filledCount: 1 + (n % 7),
    attachmentCount: 0,
  };
  let clear = openCase(filed, DEFAULT_DEADLINE_RULES, OFFICE_CLOSED);
  const history: HistoryEntry[] = [{ day: receivedDay, what: 'status', status: 'received', by: 'program' }];
  for (const [days, to] of LIVES[n % LIVES.length] ?? []) {
    const by = statusOf(to).setBy === 'complainant' ? 'complainant' : 'officer';
    const today = addDays(receivedDay, days);
    const move = { to, by, hasReason: true, today } as const;
    const result = moveCase(clear, move, DEFAULT_DEADLINE_RULES, OFFICE_CLOSED);
    if (result.kind !== 'moved') throw new Error(`${clear.status} does not become ${to}`);
    clear = result.moved;
    history.push({ day: today, what: 'status', status: to, by: by === 'officer' ? by : 'citizen' });
  }
  return {
    clear,
    elsewhere: null,
    accusedHead: false,
    rev: history.length,
    isOpen: !statusOf(clear.status).isFinished,
    lock: { verifierSalt: letters(n, 24), verifier: letters(n + 1, 44), replySalt: letters(n + 2, 24) },
    channel,
    caseKeyBoxes: [sealed(n, BOX_CHARS)],
    pieces: Array.from({ length: PIECES }, () => ({ field: 'what' as const, kind: 'text' as const })),
    partCount: 1,
    threadCount: n % THREAD_EVERY === 0 ? 1 : 0,
    history,
    hasNews: false,
    nudged: [],
    receivedDay,
    finishedDay: clear.finishedDay,
  };
}

function writeCase(tx: Transaction, n: number, made: Case): void {
  const caseId = `filed-${n}`;
  for (const { ref: at, data } of caseWrites(caseId, made)) if (data) tx.set(at, data);
  const wrapped = Array.from({ length: PIECES }, (_, piece) => letters(n + piece, PIECE_CHARS));
  tx.set(ref(caseParts, subId(caseId, 0)), { wrapped });
  tx.set(ref(caseNumbers, made.clear.number), { caseId });
  tx.set(ref(receipts, letters(n, 43)), { caseId });
  if (made.threadCount > 0) {
    const office = { caseKeyBoxes: [sealed(n, BOX_CHARS)], wrapped: [letters(n, PIECE_CHARS)] };
    const entry = { caseId, from: 'officer' as const, day: made.receivedDay, office, pieces: [] };
    tx.set(ref(caseThread, subId(caseId, 0)), { ...entry, fileNames: [], citizen: sealed(n, PIECE_CHARS) });
  }
}

function sealed(n: number, chars: number): Sealed {
  return { keyId: letters(1, 16), enc: letters(n, 43), ct: letters(n + 5, chars) } as Sealed;
}

const LETTERS = Buffer.from('โปร่งใส'.repeat(PIECE_CHARS)).toString('base64url');

/** Text as long as a sealed one; begins differently for each `n`. */
function letters(n: number, chars: number): string {
  return `${n}${LETTERS}`.slice(0, chars);
}
