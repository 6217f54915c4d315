import type { FileKind } from '../../shared/complaints/draft.ts';
import { create, type Outcome, type WorkRequest } from '../commit/outcome.ts';
import { MAX_EVIDENCE_BYTES } from '../files/evidence/limits.ts';
import { type DeclaredKind, prepareEvidence } from '../files/evidence/prepare-evidence.ts';
import type { Work } from '../jobs/records.ts';
import type { WorkHandler, WorkResult, WorkTalk } from '../jobs/work.ts';
import { say } from '../line/card.ts';
import { sealFile } from '../sealing/seal-file.ts';
import { ref } from '../store/store.ts';
import type { Input } from '../webhook/event.ts';
import { keepAnswerPiece } from './answer-chat.ts';
import type { ComplaintDeps } from './deps.ts';
import { parseComplaintFlow } from './flow.ts';
import { takeIntakeStep } from './intake-chat.ts';
import { DRAFT_FILES, pieces } from './records.ts';
import { type SealedArrival, sealArrival } from './seal-arrival.ts';
import { complaintText as t } from './text.ts';

/** Name of the work that downloads, checks, cleans and seals an attachment. */
export const ATTACH = 'complaints.attach';
const LARGEST_BYTES = Math.max(...Object.values(MAX_EVIDENCE_BYTES));

/** Asks for an attachment to be fetched: LINE keeps it for a while only. */
export function attachRequest(input: Extract<Input, { kind: 'file' | 'media' }>): WorkRequest {
  const kind = input.kind === 'file' ? 'file' : input.media;
  return { id: `attach-${input.messageId}`, name: ATTACH, args: { messageId: input.messageId, kind } };
}

/** Downloads an attachment, refuses what is dangerous, re-encodes pictures, seals the bytes and hands it to the open flow. */
export function attachWork(deps: ComplaintDeps): WorkHandler {
  return {
    name: ATTACH,
    feature: 'complaints',
    run: (work) => attach(work, deps),
    giveUp: () => ({ reply: [say(t.evidenceFailed)] }),
  };
}

async function attach(work: Work, deps: ComplaintDeps): Promise<WorkResult> {
  const messageId = String(work.args['messageId']);
  const declared = String(work.args['kind']) as DeclaredKind;
  const content = await deps.line.content(messageId, LARGEST_BYTES);
  if (content.kind === 'not-ready' || content.kind === 'unknown') return { kind: 'again' };
  if (content.kind === 'gone') return tell(t.evidenceGone);
  if (content.kind === 'too-large') return tell(refusal('too-large'));
  const evidence = await prepareEvidence(content.bytes, declared);
  if (evidence.kind === 'refused') return tell(refusal(evidence.reason));

  const fileName = `${DRAFT_FILES}/${deps.random.uuid()}.bin`;
  const sealedFile = sealFile(evidence.bytes, fileName);
  await deps.files.put(fileName, sealedFile.bytes);
  const arrival = await sealArrival(
    {
      kind: 'file',
      fileKey: sealedFile.fileKey,
      fileName,
      contentType: evidence.contentType,
      isImage: evidence.kind === 'image',
      sizeBytes: evidence.bytes.length,
      originalSha256: evidence.originalSha256,
    },
    deps,
    deps.clock.now(),
  );
  if (!arrival) return tell(t.noKey);
  const decide = async (talk: WorkTalk): Promise<Outcome> => {
    const outcome = await keep(talk, arrival, messageId, declared);
    // Expired from the start: the sweep removes the file that nobody wants, then its record.
    const unwanted = create(ref(pieces, arrival.pieceId), { ...arrival.piece, expiresAtMs: talk.nowMs });
    if (!outcome) return { reply: [say(t.evidenceNotKept)], writes: [unwanted] };
    const keeps = outcome.writes?.some((write) => write.ref.id === arrival.pieceId) ?? false;
    const writes = keeps ? (outcome.writes ?? []) : [...(outcome.writes ?? []), unwanted];
    const note = evidence.kind === 'file' && outcome.reply ? [say(t.metadata)] : [];
    return { ...outcome, writes, reply: [...note, ...(outcome.reply ?? [])] };
  };
  return { kind: 'done', decide };
}

/** Gives the attachment to the flow that is open now; undefined when none wants it. */
async function keep(
  talk: WorkTalk,
  arrival: SealedArrival,
  messageId: string,
  kind: DeclaredKind,
): Promise<Outcome | undefined> {
  const flow = parseComplaintFlow(talk.flow);
  const { tx, nowMs, rev, nextRev } = talk;
  if (flow?.kind === 'answering') return keepAnswerPiece(flow, arrival, messageId, kind, nextRev);
  if (flow?.kind !== 'intake') return undefined;
  const fileKind: FileKind = kind;
  const input = { kind: 'attached', pieceId: arrival.pieceId, messageId, fileKind } as const;
  return takeIntakeStep({ tx, flow, input, nowMs, rev, nextRev, arrival });
}

function refusal(reason: string): string {
  return `${t.evidenceRefused[reason] ?? t.evidenceRefused['unknown-type']} ${t.evidenceNotKept}`;
}

function tell(sentence: string): WorkResult {
  return { kind: 'done', decide: async (): Promise<Outcome> => ({ reply: [say(sentence)] }) };
}
