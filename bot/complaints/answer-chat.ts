import { mayFollow } from '../../shared/complaints/statuses.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { create, type Outcome, set, type Write } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import type { SealedCase } from '../sealing/case-piece.ts';
import { currentSealingKey } from '../sealing/read-sealing-keys.ts';
import type { Sealed } from '../sealing/seal.ts';
import { wrapForCase } from '../sealing/wrap-for-case.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import { type CaseChange, changeCase } from './change-case.ts';
import type { ComplaintDeps } from './deps.ts';
import type { Answering } from './flow.ts';
import { letGoPieces } from './let-go-pieces.ts';
import {
  cases,
  caseThread,
  MAX_THREAD,
  PIECE_CONTEXT,
  type PieceKind,
  pieces,
  subId,
  THREAD_FILES,
  type ThreadEntry,
} from './records.ts';
import { rewrapFile } from './rewrap-file.ts';
import type { SealedArrival } from './seal-arrival.ts';
import { complaintText as t } from './text.ts';

/** Pieces of one answer. */
const MAX_ANSWER_PIECES = 20;

/** Puts one more sealed text or attachment to the answer that is being written. */
export function keepAnswerPiece(
  flow: Answering,
  arrival: SealedArrival,
  messageId: string,
  kind: string,
  nextRev: number,
): Outcome {
  if (flow.pieces.some((one) => one.messageId === messageId) || flow.pieces.length >= MAX_ANSWER_PIECES) {
    return { reply: [answerPrompt(t.answerKept(flow.pieces.length), nextRev - 1)] };
  }
  const kept = [...flow.pieces, { pieceId: arrival.pieceId, messageId, kind }];
  return {
    reply: [answerPrompt(t.answerKept(kept.length), nextRev)],
    flow: { ...flow, pieces: kept } satisfies Answering,
    writes: [create(ref(pieces, arrival.pieceId), arrival.piece)],
  };
}

/** Takes an unsent message out of the answer. */
export async function dropAnswerPiece(talk: Talk, flow: Answering, messageId: string): Promise<Outcome> {
  const gone = flow.pieces.find((one) => one.messageId === messageId);
  if (!gone) return {};
  return {
    flow: { ...flow, pieces: flow.pieces.filter((one) => one !== gone) } satisfies Answering,
    writes: await dropPieces(talk, [gone]),
  };
}

/** A message with the buttons of an open answer. */
export function answerPrompt(content: string, rev: number): Message {
  return say(content, [
    quick(t.sendAnswer, buttonData('complaints', 'send', { rev })),
    quick('ยกเลิก', buttonData('complaints', 'drop', { rev })),
  ]);
}

/**
 * The slow part of sending an answer: its pieces wrapped once more, its files copied under other names, so that neither
 * ciphertext nor file name of the draft reappears in the case.
 */
export interface PreparedAnswer {
  readonly caseId: string;
  readonly n: number;
  /** What was wrapped, by id: an answer that changed in between is prepared anew. */
  readonly pieceIds: readonly string[];
  readonly office: SealedCase;
  readonly pieces: ThreadEntry['pieces'];
  readonly fileNames: readonly string[];
}

/**
 * Wraps the pieces of an answer for the case the ticket leads to; undefined when that is not possible now. Copies of files
 * that never come into a thread are swept as orphans.
 */
export async function prepareAnswer(
  flow: Answering,
  caseId: string | undefined,
  { store, files, random }: Pick<ComplaintDeps, 'store' | 'files' | 'random'>,
): Promise<PreparedAnswer | undefined> {
  const found = caseId === undefined ? undefined : (await store.get(ref(cases, caseId)))?.data;
  if (!found || caseId === undefined || flow.pieces.length === 0) return undefined;
  const key = await store.transact((tx) => currentSealingKey(tx));
  if (!key) return undefined;
  const n = found.threadCount;
  const entryId = subId(caseId, n);
  const sealed: Sealed[] = [];
  const kinds: PieceKind[] = [];
  const fileNames: string[] = [];
  for (const { pieceId, kind } of flow.pieces) {
    const stored = (await store.get(ref(pieces, pieceId)))?.data;
    if (!stored) continue;
    const piece: PieceKind = { field: 'what', kind: kind as PieceKind['kind'] };
    sealed.push(stored.sealed);
    kinds.push(piece);
    if (stored.fileName === undefined) continue;
    const newName = `${THREAD_FILES}/${subId(entryId, random.uuid())}.bin`;
    sealed.push(await rewrapFile(stored.fileName, newName, key, files));
    kinds.push(piece);
    fileNames.push(newName);
  }
  const office = await wrapForCase({ caseId: entryId, context: PIECE_CONTEXT }, sealed, [key]);
  const pieceIds = flow.pieces.map(({ pieceId }) => pieceId);
  return { caseId, n, pieceIds, office, pieces: kinds, fileNames };
}

/** ส่งให้เจ้าหน้าที่: the answer goes into the case's thread; a dispute also takes the case up again. */
export async function sendAnswer(
  talk: Talk,
  flow: Answering,
  prepared: PreparedAnswer | undefined,
): Promise<Outcome> {
  if (flow.pieces.length === 0) return { reply: [answerPrompt(t.answerEmpty, talk.rev)] };
  if (!prepared) return { reply: [say(t.codeAgain)] };
  const stored = (await talk.tx.get(ref(cases, prepared.caseId)))?.data;
  const pieceIds = flow.pieces.map(({ pieceId }) => pieceId);
  if (!stored || stored.threadCount !== prepared.n || !isSame(pieceIds, prepared.pieceIds))
    return { reply: [answerPrompt(t.sendAgainSoon, talk.rev)] };
  if (stored.threadCount >= MAX_THREAD) {
    return { reply: [say(t.threadFull)], flow: null, writes: await dropPieces(talk, flow.pieces) };
  }
  const disputes = flow.purpose === 'dispute';
  if (disputes && !mayFollow(stored.clear.status, 'disputed', 'complainant')) {
    return { reply: [say(t.cannotNow)], flow: null, writes: await dropPieces(talk, flow.pieces) };
  }
  const today = dayOf(talk.nowMs);
  const entry: ThreadEntry = {
    caseId: prepared.caseId,
    from: 'citizen',
    day: today,
    ...(disputes ? { status: 'disputed' as const } : {}),
    office: prepared.office,
    fileNames: prepared.fileNames,
    pieces: prepared.pieces,
  };
  const change: CaseChange = disputes
    ? { kind: 'move', to: 'disputed', by: 'complainant', hasReason: true, today }
    : { kind: 'answer', today };
  const changed = await changeCase(talk.tx, prepared.caseId, change, undefined);
  if (changed.kind !== 'changed')
    return { reply: [say(t.cannotNow)], flow: null, writes: await dropPieces(talk, flow.pieces) };
  return {
    reply: [say(disputes ? t.disputeSent : t.answerSent)],
    flow: null,
    writes: [
      ...changed.writes,
      create(ref(caseThread, subId(prepared.caseId, prepared.n)), entry),
      ...(await letGoPieces(talk.tx, pieceIds)),
    ],
    audit: changed.audit,
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

/** An expired piece goes with its file at the next sweep. */
async function dropPieces(
  { tx, nowMs }: Pick<Talk, 'tx' | 'nowMs'>,
  dropped: Answering['pieces'],
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  for (const { pieceId } of dropped) {
    const stored = await tx.get(ref(pieces, pieceId));
    if (stored) writes.push(set(ref(pieces, pieceId), { ...stored.data, expiresAtMs: nowMs }));
  }
  return writes;
}

/** ยกเลิก: nothing of the answer stays. */
export async function cancelAnswer(talk: Talk, flow: Answering): Promise<Outcome> {
  return { reply: [say(t.answerCancelled)], flow: null, writes: await dropPieces(talk, flow.pieces) };
}
