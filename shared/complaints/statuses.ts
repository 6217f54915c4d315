import type { StatusId } from './status-id.ts';
import { statusTexts } from './text.ts';

/** One row of the table of statuses. */
export interface Status {
  readonly id: StatusId;
  /** What officers and reports call it; at most 20 graphemes. */
  readonly label: string;
  /** What the complainant reads: what it means, and what comes next. */
  readonly plainWords: string;
  /** Which may follow. A case stays where it is by not being moved, so no status follows itself. */
  readonly next: readonly StatusId[];
  /** Who sets it: the program at filing, an officer, or the complainant with the receipt code. */
  readonly setBy: 'program' | 'officer' | 'complainant';
  /** It is not set without words: what is missing, whereto, why not, how it ended. */
  readonly needsReason: boolean;
  /**
   * The office has answered: the days count no further. Waiting for more information does not stop them, because a person
   * without a name may never come back, and a late case must not hide behind the question; the officer extends instead.
   */
  readonly stopsClock: boolean;
  /** Counts as finished in statistics. A result that was told counts only when it is closed: it may still be disputed. */
  readonly isFinished: boolean;
}

interface Row extends Pick<Status, 'next'> {
  readonly setBy?: Status['setBy'];
  readonly needsReason?: true;
  readonly stopsClock?: true;
  readonly isFinished?: true;
}

const ROWS: Readonly<Record<StatusId, Row>> = {
  received: {
    next: ['screening', 'more-info', 'fact-finding', 'forwarded', 'not-accepted'],
    setBy: 'program',
  },
  screening: { next: ['more-info', 'fact-finding', 'action', 'forwarded', 'not-accepted'] },
  'more-info': {
    next: ['screening', 'fact-finding', 'action', 'forwarded', 'not-accepted'],
    needsReason: true,
  },
  'fact-finding': { next: ['more-info', 'action', 'result-told', 'forwarded'] },
  action: { next: ['more-info', 'fact-finding', 'result-told', 'forwarded'] },
  'result-told': { next: ['closed', 'disputed', 'reopened'], needsReason: true, stopsClock: true },
  closed: { next: ['disputed', 'reopened'], needsReason: true, stopsClock: true, isFinished: true },
  forwarded: { next: ['reopened'], needsReason: true, stopsClock: true, isFinished: true },
  'not-accepted': { next: ['disputed', 'reopened'], needsReason: true, stopsClock: true, isFinished: true },
  disputed: { next: ['reopened', 'closed'], setBy: 'complainant', needsReason: true },
  reopened: { next: ['more-info', 'fact-finding', 'action', 'result-told', 'forwarded'], needsReason: true },
};

/** Every status, in the order of a case's life. */
export const STATUSES: readonly Status[] = (Object.keys(ROWS) as StatusId[]).map((id) => ({
  id,
  ...statusTexts[id],
  next: ROWS[id].next,
  setBy: ROWS[id].setBy ?? 'officer',
  needsReason: ROWS[id].needsReason ?? false,
  stopsClock: ROWS[id].stopsClock ?? false,
  isFinished: ROWS[id].isFinished ?? false,
}));

const BY_ID = new Map<string, Status>(STATUSES.map((status) => [status.id, status]));

/** Whether a text is a status id: what comes back from a button is not trusted. */
export function isStatus(text: string): text is StatusId {
  return BY_ID.has(text);
}

/** The row of a status. */
export function statusOf(id: StatusId): Status {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no such status: ${id}`);
  return found;
}

/** What an officer, or the complainant, can do with a case in this status. */
export function nextSteps(id: StatusId, by: 'officer' | 'complainant'): readonly Status[] {
  return statusOf(id)
    .next.map(statusOf)
    .filter(({ setBy }) => setBy === by);
}

/** Whether this person may move a case from one status to another. */
export function mayFollow(from: StatusId, to: StatusId, by: 'officer' | 'complainant'): boolean {
  return nextSteps(from, by).some(({ id }) => id === to);
}
