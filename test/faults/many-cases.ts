import { type CaseLine, caseLines, subId } from '../../bot/complaints/records.ts';
import { OFFICE_CLOSED } from '../../bot/complaints/settings.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import { CASE_RANDOM_DIGITS, makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { WORLD_START_MS } from './complaint-world.ts';

const TODAY = dayOf(WORLD_START_MS);
const PER_TRANSACTION = 2_000;

/** Which lines to make. */
export interface ManyCases {
  readonly memberId: string;
  readonly from: number;
  readonly to: number;
  /** Who takes them, in turn; nobody when left out. */
  readonly assigneeIds?: readonly string[];
}

/** Puts the cases numbered `from` up to `to` on a reader's list. */
export async function fillCaseLines(
  store: Store,
  { memberId, from, to, assigneeIds = [] }: ManyCases,
): Promise<void> {
  for (let start = from; start < to; start += PER_TRANSACTION) {
    await store.transact(async (tx) => {
      for (let n = start; n < Math.min(start + PER_TRANSACTION, to); n += 1) {
        const opened = openCase(
          {
            number: makeCaseNumber(TODAY, String(n % 100_000).padStart(CASE_RANDOM_DIGITS, '0')),
            category: 'procurement',
            receivedDay: TODAY,
            readerIds: [memberId],
            filledCount: 3,
            attachmentCount: 0,
          },
          DEFAULT_DEADLINE_RULES,
          OFFICE_CLOSED,
        );
        const clear = { ...opened, assigneeId: assigneeIds[n % assigneeIds.length] ?? null };
        const line: CaseLine = {
          memberId,
          caseId: `case-${n}`,
          isOpen: true,
          clear,
          rev: 1,
          dueDay: clear.dueDay,
        };
        tx.set(ref(caseLines, subId(memberId, line.caseId)), line);
      }
    });
  }
}
