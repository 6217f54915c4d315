import { CASE_RANDOM_DIGITS, makeCaseNumber } from '../../shared/complaints/case-number.ts';
import { categoryOf } from '../../shared/complaints/categories.ts';
import { openCase } from '../../shared/complaints/open-case.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { create, type NewPost, remove, set, type Write } from '../commit/outcome.ts';
import type { Job } from '../jobs/job.ts';
import { bubble, COLORS, flex, text } from '../line/card.ts';
import { faultOf } from '../log.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { groupsFor } from '../people/read-people.ts';
import { currentSealingKey } from '../sealing/read-sealing-keys.ts';
import type { Sealed } from '../sealing/seal.ts';
import { wrapForCase } from '../sealing/wrap-for-case.ts';
import { MAX_PAGE, ref, type Transaction } from '../store/store.ts';
import { caseWrites } from './change-case.ts';
import type { ComplaintDeps } from './deps.ts';
import { letGoPieces } from './let-go-pieces.ts';
import { officeHourOf } from './office-hour.ts';
import {
  CASE_FILES,
  type Case,
  caseNumbers,
  caseParts,
  cases,
  complaintSettings,
  PIECE_CONTEXT,
  type PooledComplaint,
  pieces,
  pool,
  receipts,
  SETTINGS_ID,
  subId,
} from './records.ts';
import { rewrapFile } from './rewrap-file.ts';
import { OFFICE_CLOSED, settingsOf } from './settings.ts';
import { tallyWrites } from './tally.ts';
import { complaintText as t } from './text.ts';

/** Complaints of one batch; the next hour takes the rest. */
const MAX_BATCH = 200;
/** Draws before a free case number is given up on: of 100,000 a year, a few tries find one. */
const MAX_NUMBER_DRAWS = 8;
/** Characters of wrapped pieces in one document; well below the store's limit. */
const PART_UNITS = 400_000;

/**
 * Turns the complaints that wait into cases, once an hour in office hours, in random order, and alerts the groups and readers:
 * the moment a case appears tells nothing about the moment somebody filed (link by time).
 */
export function releaseJob(outbox: OutboxDeps, deps: ComplaintDeps): Job {
  return {
    name: 'complaints-release',
    run: async () => {
      const batch = officeHourOf(deps.clock.now());
      if (batch === undefined) return;
      const { lastBatch } = await deps.store.transact((tx) => settingsOf(tx));
      if (lastBatch === batch) return;
      const waiting = await deps.store.query({ collection: pool, limit: MAX_BATCH });
      // Ids are random, so their order says nothing about the order of filing.
      for (const { id, data } of waiting) {
        // One that cannot be released must not hold up the others; the next hour tries it again.
        await releaseOne(id, data, outbox, deps).catch((error: unknown) =>
          outbox.log.write(faultOf('job.complaints-release-one', error)),
        );
      }
      await deps.store.transact((tx) => alert(tx, batch, outbox));
    },
  };
}

async function releaseOne(
  caseId: string,
  complaint: PooledComplaint,
  outbox: OutboxDeps,
  deps: ComplaintDeps,
): Promise<void> {
  const key = await deps.store.transact((tx) => currentSealingKey(tx));
  if (!key) return;
  const sealed: Sealed[] = [];
  const kinds: PooledComplaint['pieces'][number][] = [];
  for (const [n, piece] of complaint.pieces.entries()) {
    const stored = (await deps.store.get(ref(pieces, piece.pieceId)))?.data;
    if (!stored) continue;
    kinds.push(piece);
    sealed.push(stored.sealed);
    if (stored.fileName) {
      sealed.push(
        await rewrapFile(stored.fileName, `${CASE_FILES}/${subId(caseId, n)}.bin`, key, deps.files),
      );
      kinds.push({ ...piece, pieceId: '' });
    }
  }
  const content = await wrapForCase({ caseId, context: PIECE_CONTEXT }, sealed, [key]);
  const parts = partsOf(content.wrapped);
  await deps.store.transact(async (tx) => {
    if (!(await tx.get(ref(pool, caseId)))) return;
    const { deadlines } = await settingsOf(tx);
    const number = await freeNumber(tx, complaint, outbox);
    const clear = openCase(
      {
        number,
        category: complaint.category,
        receivedDay: complaint.receivedDay,
        readerIds: complaint.readerIds,
        filledCount: complaint.filledCount,
        attachmentCount: complaint.pieces.filter(({ kind }) => kind !== 'text').length,
      },
      deadlines,
      OFFICE_CLOSED,
    );
    const made: Case = {
      clear,
      elsewhere: complaint.elsewhere,
      accusedHead: complaint.accused.kind === 'head',
      rev: 1,
      isOpen: true,
      lock: complaint.lock,
      channel: complaint.channel,
      caseKeyBoxes: content.caseKeyBoxes,
      pieces: kinds.map(({ field, kind }) => ({ field, kind })),
      partCount: parts.length,
      threadCount: 0,
      history: [{ day: complaint.receivedDay, what: 'status', status: 'received', by: 'program' }],
      hasNews: true,
      nudged: [],
      receivedDay: complaint.receivedDay,
      finishedDay: null,
    };
    const writes: Write[] = [
      ...caseWrites(caseId, made),
      ...(await tallyWrites(tx, null, clear)),
      ...parts.map((wrapped, n) => create(ref(caseParts, subId(caseId, n)), { wrapped })),
      create(ref(caseNumbers, number), { caseId }),
      create(ref(receipts, complaint.receiptIndex), { caseId }),
      remove(ref(pool, caseId)),
    ];
    const left = await letGoPieces(
      tx,
      complaint.pieces.map(({ pieceId }) => pieceId),
    );
    writes.push(...left);
    const audit = [
      {
        actor: { kind: 'program' as const },
        action: 'complaints.received',
        subject: number,
        detail: { category: complaint.category, day: complaint.receivedDay },
      },
    ];
    const occasion = { id: `release-${caseId}`, feature: 'complaints', receivedAtMs: outbox.clock.now() };
    await applyOutcome(tx, occasion, { writes, audit }, outbox);
  });
}

function partsOf(wrapped: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let units = PART_UNITS;
  for (const one of wrapped) {
    if (units + one.length > PART_UNITS) {
      parts.push([]);
      units = 0;
    }
    parts.at(-1)?.push(one);
    units += one.length;
  }
  return parts;
}

async function freeNumber(tx: Transaction, complaint: PooledComplaint, outbox: OutboxDeps) {
  for (let draw = 0; draw < MAX_NUMBER_DRAWS; draw += 1) {
    const number = makeCaseNumber(complaint.receivedDay, outbox.random.digits(CASE_RANDOM_DIGITS));
    if (!(await tx.get(ref(caseNumbers, number)))) return number;
  }
  throw new RangeError('no free case number was drawn');
}

/** One alert per group and per reader for a whole batch: numbers, categories and due days, nothing of the content. */
async function alert(tx: Transaction, batch: string, outbox: OutboxDeps): Promise<void> {
  const settings = await settingsOf(tx);
  if (settings.lastBatch === batch) return;
  const news = (
    await tx.query({ collection: cases, where: [['hasNews', '==', true]], limit: MAX_PAGE })
  ).filter(({ data }) => data.isOpen);
  const nowMs = outbox.clock.now();
  const posts: NewPost[] = [];
  const post = (chatId: string, list: readonly Case[], pushAfterMs: number) => {
    if (list.length === 0) return;
    posts.push({
      id: `complaint-alert-${chatId}-${batch}`,
      kind: 'complaint-alert',
      chatId,
      messages: [alertCard(list)],
      dueAtMs: nowMs,
      pushAfterMs: nowMs + pushAfterMs,
      critical: true,
    });
  };
  const all = news.map(({ data }) => data);
  for (const { id, data } of await groupsFor(tx, 'complaintAlerts')) {
    // A case against the head is shown to nobody but its readers.
    post(
      id,
      all.filter((one) => !one.accusedHead),
      data.pushAfterMs,
    );
  }
  const readers = new Set(all.filter((one) => one.accusedHead).flatMap(({ clear }) => clear.readerIds));
  for (const id of readers) {
    post(
      id,
      all.filter((one) => one.accusedHead && one.clear.readerIds.includes(id)),
      ALERT_READER_AFTER_MS,
    );
  }
  const seen = news.map(({ id, data }) => set(ref(cases, id), { ...data, hasNews: false }));
  const occasion = { id: `alert-${batch}`, feature: 'complaints', receivedAtMs: nowMs };
  const lastBatch = set(ref(complaintSettings, SETTINGS_ID), { ...settings, lastBatch: batch });
  await applyOutcome(tx, occasion, { posts, writes: [...seen, lastBatch] }, outbox);
}

/** A reader who writes nothing to the account for this long is alerted by push. */
const ALERT_READER_AFTER_MS = 60 * 60 * 1000;

function alertCard(list: readonly Case[]) {
  const fresh = list.filter(({ history }) => history.length === 1);
  const answered = list.length - fresh.length;
  const title = fresh.length > 0 ? t.alertNew(fresh.length) : t.alertNews(answered);
  return flex(
    title,
    bubble({
      kicker: t.alertTitle,
      title,
      body: [
        ...fresh.slice(0, 10).map(({ clear }) =>
          text(
            t.alertLine(clear.number, categoryOf(clear.category).label, formatDay(clear.dueDay, 'short')),
            {
              size: 'sm',
              margin: 'md',
            },
          ),
        ),
        ...(fresh.length > 0 && answered > 0
          ? [text(t.alertNews(answered), { size: 'sm', margin: 'md' })]
          : []),
        text(t.alertHow, { size: 'xs', color: COLORS.muted, margin: 'lg' }),
      ],
    }),
  );
}
