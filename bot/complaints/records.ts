import type { AccusedUnit } from '../../shared/complaints/accused-unit.ts';
import type { CaseClear } from '../../shared/complaints/case-clear.ts';
import type { CaseTally } from '../../shared/complaints/case-tally.ts';
import type { CategoryId } from '../../shared/complaints/categories.ts';
import type { DeadlineRules } from '../../shared/complaints/deadlines.ts';
import type { FileKind } from '../../shared/complaints/draft.ts';
import type { Field } from '../../shared/complaints/questions.ts';
import type { StatusId } from '../../shared/complaints/status-id.ts';
import type { Day } from '../../shared/thai/days.ts';
import type { SealedCase } from '../sealing/case-piece.ts';
import type { ReplyChannel } from '../sealing/reply-channel.ts';
import type { Sealed } from '../sealing/seal.ts';
import { collection } from '../store/store.ts';
import type { ReceiptLock } from './receipt/receipt-lock.ts';

/** One sealed text or attachment of a draft. The id is random and says nothing of message or person. */
export interface SealedPiece {
  readonly sealed: Sealed;
  /** Where the sealed bytes of an attachment lie. */
  readonly fileName?: string;
  readonly expiresAtMs: number;
}

/** A piece as a case knows it: what it answers, and what it is. */
export interface PieceKind {
  readonly field: Field;
  readonly kind: 'text' | FileKind;
}

/**
 * A complaint between filing and release. It waits for the next batch, so that the moment a case appears does not tell who
 * just used a phone. The id is the later case's id.
 */
export interface PooledComplaint {
  readonly category: CategoryId;
  readonly accused: AccusedUnit;
  readonly elsewhere: 'nowhere' | null;
  readonly pieces: readonly (PieceKind & { readonly pieceId: string })[];
  readonly receivedDay: Day;
  readonly filledCount: number;
  readonly readerIds: readonly string[];
  readonly lock: ReceiptLock;
  readonly channel: ReplyChannel;
  /** The code's keyed index, which finds it while it waits. */
  readonly receiptIndex: string;
}

/**
 * Finds the case of a receipt code. The id is the code's keyed index. Made at the release: a database that dates its documents
 * would otherwise keep the moment of filing for ever.
 */
export interface Receipt {
  readonly caseId: string;
}

/** Something that happened to a case, to the day. */
export interface HistoryEntry {
  readonly day: Day;
  readonly what: 'status' | 'extended' | 'taken' | 'message' | 'answer';
  readonly status?: StatusId;
  readonly days?: number;
  readonly by: 'officer' | 'citizen' | 'program';
}

/** A case. Its content lies in {@link CaseParts}, openable with the office's private key only. */
export interface Case {
  readonly clear: CaseClear;
  readonly elsewhere: 'nowhere' | null;
  readonly accusedHead: boolean;
  readonly rev: number;
  readonly isOpen: boolean;
  readonly lock: ReceiptLock;
  readonly channel: ReplyChannel;
  /** Empty once the case was erased: then nothing of its content can ever be opened. */
  readonly caseKeyBoxes: SealedCase['caseKeyBoxes'];
  readonly pieces: readonly PieceKind[];
  readonly partCount: number;
  readonly threadCount: number;
  readonly history: readonly HistoryEntry[];
  /** The complainant wrote or disputed, and no alert said so yet. */
  readonly hasNews: boolean;
  /** Nudges that were sent, by id. */
  readonly nudged: readonly string[];
  readonly receivedDay: Day;
  readonly finishedDay: Day | null;
  readonly erasedDay?: Day;
}

/** Some wrapped pieces of a case; all of them would be too large for one document. The id is `{caseId}-{n}`. */
export interface CaseParts {
  readonly wrapped: readonly string[];
}

/** What officer and complainant wrote to each other. The id is `{caseId}-{n}`. */
export interface ThreadEntry {
  readonly caseId: string;
  readonly from: 'officer' | 'citizen';
  readonly day: Day;
  readonly status?: StatusId;
  /** For the office. */
  readonly office: SealedCase;
  readonly pieces: readonly PieceKind[];
  /** Names of the sealed files that belong to it, to be removed with the case. */
  readonly fileNames: readonly string[];
  /** For the complainant: opened with the receipt code only. Absent on the complainant's own entries. */
  readonly citizen?: Sealed;
}

/** A case on one reader's list; what a list shows, so that it costs one query. The id is `{memberId}-{caseId}`. */
export interface CaseLine {
  readonly memberId: string;
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly clear: CaseClear;
  readonly rev: number;
  readonly dueDay: Day;
}

/** The cases received in a fiscal year, counted by month and category. */
export interface CaseTallyRecord {
  readonly months: CaseTally;
}

/** How the office handles complaints. One document. */
export interface ComplaintSettings {
  readonly headReaderIds: readonly string[];
  readonly deadlines: DeadlineRules;
  readonly retentionDays: number;
  /** The newest batch that was released, `YYYY-MM-DD-HH`. */
  readonly lastBatch?: string;
  /** The newest hour in which all open cases were looked through for reminders, likewise. */
  readonly lastNudge?: string;
}

export const pieces = collection<SealedPiece>('pieces', { indexes: [['expiresAtMs'], ['fileName']] });
export const pool = collection<PooledComplaint>('pool', { indexes: [['receiptIndex']] });
export const receipts = collection<Receipt>('receipts');
export const cases = collection<Case>('cases', {
  indexes: [['receivedDay'], ['isOpen'], ['finishedDay'], ['hasNews']],
});
export const caseParts = collection<CaseParts>('caseParts');
export const caseThread = collection<ThreadEntry>('caseThread', { indexes: [['caseId']] });
export const caseLines = collection<CaseLine>('caseLines', {
  indexes: [
    ['memberId', 'isOpen', 'dueDay'],
    ['memberId', 'dueDay'],
  ],
});
/** The counts of a fiscal year's cases, kept beside them so that statistics cost one read. The id is the CE year. */
export const caseTallies = collection<CaseTallyRecord>('caseTallies');
export const caseNumbers = collection<{ readonly caseId: string }>('caseNumbers');
export const complaintSettings = collection<ComplaintSettings>('complaintSettings');

export const SETTINGS_ID = 'settings';
/**
 * Pieces of a draft are swept at the end of the next day, like its conversation: to the day, so that their end does not tell
 * when they were written.
 */
export const PIECE_KEPT_DAYS = 2;
/** Pieces of a filed complaint wait for the release, which removes them: over holidays, or until there is a key again. */
export const FILED_KEPT_DAYS = 365;
/** Readers of one case. */
export const MAX_READERS = 50;
/** Entries of one case's thread. */
export const MAX_THREAD = 200;
/** History entries kept; the first ones are the ones that give way. */
export const MAX_HISTORY = 100;

/**
 * What every piece is sealed with, and so what the bundles it comes into are opened with. A bundle is told apart by its
 * name: the case's id, or the thread entry's.
 */
export const PIECE_CONTEXT = 'complaints/piece';

/** Folders of sealed files: of drafts (`{uuid}`), of cases (`{caseId}-{n}`), of threads (`{caseId}-{n}-{uuid}`). */
export const DRAFT_FILES = 'pieces';
export const CASE_FILES = 'cases';
export const THREAD_FILES = 'threads';

/** Id of a part, a thread entry or a line. */
export function subId(owner: string, n: number | string): string {
  return `${owner}-${n}`;
}
