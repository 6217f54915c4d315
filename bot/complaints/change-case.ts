import { extendCase } from '../../shared/complaints/extend-case.ts';
import { moveCase } from '../../shared/complaints/move-case.ts';
import type { StatusId } from '../../shared/complaints/status-id.ts';
import { statusOf } from '../../shared/complaints/statuses.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { AuditEntry } from '../audit/records.ts';
import { set, type Write } from '../commit/outcome.ts';
import { ref, type Transaction } from '../store/store.ts';
import {
  type Case,
  type CaseLine,
  caseLines,
  cases,
  type HistoryEntry,
  MAX_HISTORY,
  subId,
} from './records.ts';
import { OFFICE_CLOSED, settingsOf } from './settings.ts';
import { tallyWrites } from './tally.ts';

/** What happens to a case. */
export type CaseChange =
  | {
      readonly kind: 'move';
      readonly to: StatusId;
      readonly by: 'officer' | 'complainant';
      readonly hasReason: boolean;
      readonly today: Day;
    }
  | { readonly kind: 'extend'; readonly days: number; readonly hasReason: boolean; readonly today: Day }
  | { readonly kind: 'take'; readonly memberId: string; readonly today: Day }
  /** An officer wrote to the complainant. */
  | { readonly kind: 'message'; readonly today: Day }
  /** The complainant wrote. */
  | { readonly kind: 'answer'; readonly today: Day };

export type CaseChanged =
  | {
      readonly kind: 'changed';
      readonly after: Case;
      readonly writes: readonly Write[];
      readonly audit: readonly AuditEntry[];
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'gone' };

/**
 * Changes a case and everything that follows it: the readers' lists, the counts and the audit entry, all to be written in one
 * transaction (G8). The entry of a complainant's change names nobody. `actorId` is the officer's LINE user id.
 */
export async function changeCase(
  tx: Pick<Transaction, 'get'>,
  caseId: string,
  change: CaseChange,
  actorId: string | undefined,
): Promise<CaseChanged> {
  const before = (await tx.get(ref(cases, caseId)))?.data;
  if (!before || before.erasedDay !== undefined) return { kind: 'gone' };
  const { deadlines } = await settingsOf(tx);
  const next = await applied(before, change, deadlines);
  if (typeof next === 'string') return { kind: 'refused', why: next };
  const entry = historyOf(change);
  const opensThread = change.kind === 'message' || change.kind === 'answer' || hasWords(change);
  const after: Case = {
    ...before,
    clear: next,
    rev: before.rev + 1,
    isOpen: !statusOf(next.status).isFinished,
    finishedDay: next.finishedDay,
    hasNews:
      change.kind === 'answer' || (change.kind === 'move' && change.by === 'complainant') || before.hasNews,
    threadCount: before.threadCount + (opensThread ? 1 : 0),
    history: [...before.history, entry].slice(-MAX_HISTORY),
  };
  return {
    kind: 'changed',
    after,
    writes: [...caseWrites(caseId, after), ...(await tallyWrites(tx, before.clear, next))],
    audit: [
      {
        actor: actorId === undefined ? { kind: 'program' } : { kind: 'member', userId: actorId },
        action: `complaints.${change.kind}`,
        subject: after.clear.number,
        detail: { status: after.clear.status, day: change.today, rev: after.rev },
      },
    ],
  };
}

function hasWords(change: CaseChange): boolean {
  return (change.kind === 'move' || change.kind === 'extend') && change.hasReason;
}

async function applied(
  before: Case,
  change: CaseChange,
  rules: Parameters<typeof moveCase>[2],
): Promise<Case['clear'] | string> {
  if (change.kind === 'move') {
    const result = moveCase(before.clear, change, rules, OFFICE_CLOSED);
    return result.kind === 'moved' ? result.moved : result.why;
  }
  if (change.kind === 'extend') {
    const result = extendCase(before.clear, change, rules, OFFICE_CLOSED);
    return result.kind === 'extended' ? result.extended : result.why;
  }
  if (change.kind === 'take') return { ...before.clear, assigneeId: change.memberId };
  if (change.kind === 'message') {
    return { ...before.clear, acknowledgedDay: before.clear.acknowledgedDay ?? change.today };
  }
  return before.clear;
}

function historyOf(change: CaseChange): HistoryEntry {
  const { today: day } = change;
  if (change.kind === 'move') {
    return { day, what: 'status', status: change.to, by: change.by === 'officer' ? 'officer' : 'citizen' };
  }
  if (change.kind === 'extend') return { day, what: 'extended', days: change.days, by: 'officer' };
  if (change.kind === 'take') return { day, what: 'taken', by: 'officer' };
  return { day, what: change.kind, by: change.kind === 'message' ? 'officer' : 'citizen' };
}

/** The case and its line on every reader's list. */
export function caseWrites(caseId: string, after: Case): readonly Write[] {
  const { clear, rev, isOpen } = after;
  return [
    set(ref(cases, caseId), after),
    ...clear.readerIds.map((memberId) => {
      const line: CaseLine = { memberId, caseId, isOpen, clear, rev, dueDay: clear.dueDay };
      return set(ref(caseLines, subId(memberId, caseId)), line);
    }),
  ];
}
