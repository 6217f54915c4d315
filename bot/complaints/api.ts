import {
  CASES_PER_PAGE,
  type CaseList,
  type CaseView,
  caseExtensionBodySchema,
  caseListQuerySchema,
  caseMessageBodySchema,
  caseMoveBodySchema,
  caseTakeBodySchema,
} from '../../shared/complaints/case-api.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { ApiError } from '../api/api-error.ts';
import { type CommitRequestDeps, commitRequest } from '../api/commit-request.ts';
import { readRoute } from '../api/read-route.ts';
import { type ApiRoute, FileAnswer, type WriteCall } from '../api/route.ts';
import { writeRoute } from '../api/write-route.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { create, type Write } from '../commit/outcome.ts';
import { CONTENT_TYPES, type ContentType } from '../files/evidence/content-type.ts';
import { currentSealingKey } from '../sealing/read-sealing-keys.ts';
import { sealReply } from '../sealing/reply-channel.ts';
import { seal } from '../sealing/seal.ts';
import { wrapForCase } from '../sealing/wrap-for-case.ts';
import { ref } from '../store/store.ts';
import type { CaseOpener, OpenedFile } from './case-content.ts';
import { assigneeNames, caseSummary, caseView } from './case-view.ts';
import { type CaseChange, changeCase } from './change-case.ts';
import {
  type Case,
  caseLines,
  cases,
  caseThread,
  MAX_THREAD,
  PIECE_CONTEXT,
  subId,
  THREAD_CONTEXT,
  type ThreadEntry,
} from './records.ts';
import { complaintText as t } from './text.ts';

export interface CaseApiDeps extends CommitRequestDeps {
  /** The only way to content; nothing else of the program has it. */
  readonly opener: CaseOpener;
}

const OFFICERS = { allowed: ['officer'] } as const;

/** The officers' routes. Each looks up whether this reader may see this case; a case that is not theirs is "not found". */
export function caseRoutes(deps: CaseApiDeps): readonly ApiRoute[] {
  return [
    readRoute('/cases', { ...OFFICERS, query: caseListQuerySchema }, ({ userId, query, nowMs }) =>
      listCases(userId, query, nowMs, deps),
    ),
    readRoute('/cases/:id', OFFICERS, async ({ userId, params, nowMs }) => {
      const id = params['id'] ?? '-';
      const found = await readable(id, userId, deps);
      await noteOpening(id, found, userId, nowMs, deps);
      return caseView(id, found, userId, dayOf(nowMs), deps);
    }),
    readRoute('/cases/:id/files/:fileId', OFFICERS, ({ userId, params }) =>
      fileOf(params['id'] ?? '-', params['fileId'] ?? '', userId, deps),
    ),
    writeRoute('/cases/:id/messages', { ...OFFICERS, body: caseMessageBodySchema }, (call) =>
      write(call, { kind: 'message', today: dayOf(call.nowMs) }, call.body.text, deps),
    ),
    writeRoute('/cases/:id/moves', { ...OFFICERS, body: caseMoveBodySchema }, (call) => {
      const { to, reason } = call.body;
      const today = dayOf(call.nowMs);
      const change: CaseChange = { kind: 'move', to, by: 'officer', hasReason: reason !== undefined, today };
      return write(call, change, reason, deps);
    }),
    writeRoute('/cases/:id/extensions', { ...OFFICERS, body: caseExtensionBodySchema }, (call) => {
      const change: CaseChange = {
        kind: 'extend',
        days: call.body.days,
        hasReason: true,
        today: dayOf(call.nowMs),
      };
      return write(call, change, call.body.reason, deps);
    }),
    writeRoute('/cases/:id/assignee', { ...OFFICERS, body: caseTakeBodySchema }, (call) =>
      write(call, { kind: 'take', memberId: call.userId, today: dayOf(call.nowMs) }, undefined, deps),
    ),
  ];
}

async function listCases(
  userId: string,
  query: { readonly view: 'open' | 'all'; readonly after?: string | undefined },
  nowMs: number,
  { store }: CaseApiDeps,
): Promise<CaseList> {
  const after =
    query.after === undefined ? undefined : await store.get(ref(caseLines, subId(userId, query.after)));
  const lines = await store.query({
    collection: caseLines,
    where: [['memberId', '==', userId], ...(query.view === 'open' ? [['isOpen', '==', true] as const] : [])],
    orderBy: { field: 'dueDay', direction: query.view === 'open' ? 'asc' : 'desc' },
    limit: CASES_PER_PAGE,
    ...(after ? { after } : {}),
  });
  const clears = lines.map(({ data }) => data.clear);
  const names = await assigneeNames(store, clears);
  const today = dayOf(nowMs);
  const last = lines.at(-1);
  return {
    cases: lines.map(({ data }) => caseSummary(data.caseId, data.clear, names, userId, today)),
    ...(last && lines.length === CASES_PER_PAGE ? { next: last.data.caseId } : {}),
  };
}

/** The case, for who is on its list. @throws ApiError `not-found` for everybody else, as for a case that does not exist. */
async function readable(id: string, userId: string, { store }: CaseApiDeps): Promise<Case> {
  const [line, found] = await Promise.all([
    store.get(ref(caseLines, subId(userId, id))),
    store.get(ref(cases, id)),
  ]);
  if (!line || !found || found.data.erasedDay !== undefined) throw new ApiError('not-found');
  return found.data;
}

/** Every opening is written down: who, which case, which day; not what was read. */
async function noteOpening(
  id: string,
  found: Case,
  userId: string,
  nowMs: number,
  deps: CaseApiDeps,
): Promise<void> {
  const audit = [
    {
      actor: { kind: 'member' as const, userId },
      action: 'complaints.opened',
      subject: found.clear.number,
      detail: { day: dayOf(nowMs) },
    },
  ];
  const occasion = { id: `opened-${id}-${nowMs}`, feature: 'complaints', receivedAtMs: nowMs };
  await deps.store.transact((tx) => applyOutcome(tx, occasion, { audit }, deps));
}

const FILE_ID = /^(?:c-(\d{1,3})|t-(\d{1,3})-(\d{1,3}))$/;

async function fileOf(id: string, fileId: string, userId: string, deps: CaseApiDeps): Promise<FileAnswer> {
  const found = await readable(id, userId, deps);
  const [, inCase, inThread, at] = FILE_ID.exec(fileId) ?? [];
  const files: readonly OpenedFile[] =
    inCase !== undefined
      ? (await deps.opener.case(id, found)).files
      : await threadFiles(id, Number(inThread ?? Number.NaN), deps);
  const opened = files[Number(inCase ?? at)];
  const bytes = opened && (await deps.opener.bytes(opened));
  if (!opened || !bytes) throw new ApiError('not-found');
  const { contentType } = opened.file;
  const facts = contentType in CONTENT_TYPES ? CONTENT_TYPES[contentType as ContentType] : undefined;
  return new FileAnswer({
    bytes,
    contentType: facts ? contentType : 'application/octet-stream',
    fileName: `${found.clear.number}-${fileId}.${facts?.extension ?? 'bin'}`,
  });
}

async function threadFiles(id: string, n: number, deps: CaseApiDeps): Promise<readonly OpenedFile[]> {
  if (!Number.isInteger(n)) return [];
  const entry = await deps.store.get(ref(caseThread, subId(id, n)));
  return entry ? (await deps.opener.thread(id, n, entry.data)).files : [];
}

/** One change by an officer, with words for the complainant where there are some. */
async function write(
  call: WriteCall<{ readonly rev: number }>,
  change: CaseChange,
  words: string | undefined,
  deps: CaseApiDeps,
): Promise<CaseView> {
  const id = call.params['id'] ?? '-';
  const before = await readable(id, call.userId, deps);
  const entry = words === undefined ? undefined : await sealedWords(id, before, words, change, deps);
  await commitRequest(deps, { request: call.request, feature: 'complaints' }, async (tx) => {
    const stored = (await tx.get(ref(cases, id)))?.data;
    const line = await tx.get(ref(caseLines, subId(call.userId, id)));
    if (!stored || !line) throw new ApiError('not-found');
    if (stored.rev !== call.body.rev || stored.threadCount !== before.threadCount)
      throw new ApiError('changed');
    if (entry && stored.threadCount >= MAX_THREAD)
      throw new ApiError('bad-input', { sentence: t.stepNotPossible });
    const changed = await changeCase(tx, id, change, call.userId);
    if (changed.kind !== 'changed') throw new ApiError('bad-input', { sentence: t.stepNotPossible });
    const thread: readonly Write[] = entry
      ? [create(ref(caseThread, subId(id, stored.threadCount)), entry)]
      : [];
    return {
      outcome: { writes: [...changed.writes, ...thread], audit: changed.audit },
      answer: { rev: changed.after.rev },
    };
  });
  return caseView(id, await readable(id, call.userId, deps), call.userId, dayOf(call.nowMs), deps);
}

/** The same words twice: for the office's file, and for whoever has the receipt code. */
async function sealedWords(
  id: string,
  found: Case,
  words: string,
  change: CaseChange,
  { store }: CaseApiDeps,
): Promise<ThreadEntry> {
  const key = await store.transact((tx) => currentSealingKey(tx));
  if (!key) throw new ApiError('bad-input', { sentence: t.stepNotPossible });
  const text = Buffer.from(JSON.stringify({ kind: 'text', text: words }));
  const names = { caseId: subId(id, found.threadCount), context: THREAD_CONTEXT };
  const office = await wrapForCase(names, [await seal(key, text, PIECE_CONTEXT)], [key]);
  return {
    caseId: id,
    from: 'officer',
    day: change.today,
    ...(change.kind === 'move' ? { status: change.to } : {}),
    office,
    pieces: [{ field: 'what', kind: 'text' }],
    citizen: await sealReply(found.channel.publicKey, words),
    fileNames: [],
  };
}
