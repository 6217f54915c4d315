import type { AuditEntry } from '../audit/records.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { ref } from '../store/store.ts';
import { type Notice, notices } from './records.ts';

/** What became of a change a person asked for. */
export type NoticeChanged =
  | { readonly kind: 'changed'; readonly after: Notice; readonly outcome: Outcome }
  /** Cannot be done; the sentence says why. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly field?: string }
  /** Somebody else changed it first (G7). */
  | { readonly kind: 'stale' }
  | { readonly kind: 'gone' };

/** Who changes what, when. */
export interface NoticeEdit {
  readonly id: string;
  readonly userId: string;
  readonly nowMs: number;
}

export function refused(sentence: string, field?: string): NoticeChanged {
  return { kind: 'refused', sentence, ...(field === undefined ? {} : { field }) };
}

/** The notice with its next revision, its audit entry (G8), and whatever else goes with it. */
export function changed(
  { id, userId }: NoticeEdit,
  after: Notice,
  verb: string,
  detail: AuditEntry['detail'],
  more: Outcome = {},
): NoticeChanged {
  return {
    kind: 'changed',
    after,
    outcome: {
      ...more,
      writes: [set(ref(notices, id), after), ...(more.writes ?? [])],
      audit: [
        {
          actor: { kind: 'member', userId },
          action: `notices.${verb}`,
          subject: id,
          detail: { rev: after.rev, ...detail },
        },
        ...(more.audit ?? []),
      ],
    },
  };
}
