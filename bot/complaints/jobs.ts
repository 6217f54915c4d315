import { DEFAULT_NUDGE_RULES, type Nudge, nudgesFor } from '../../shared/complaints/nudges.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../shared/thai/days.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { type NewPost, set } from '../commit/outcome.ts';
import type { Job } from '../jobs/job.ts';
import { say } from '../line/card.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { membersWith } from '../people/read-people.ts';
import { MAX_PAGE, ref, type Stored, type Transaction } from '../store/store.ts';
import type { ComplaintDeps } from './deps.ts';
import { officeHourOf } from './office-hour.ts';
import {
  CASE_FILES,
  type Case,
  caseLines,
  caseParts,
  cases,
  caseThread,
  complaintSettings,
  MAX_THREAD,
  pieces,
  SETTINGS_ID,
  type SealedPiece,
  subId,
} from './records.ts';
import { OFFICE_CLOSED, settingsOf } from './settings.ts';
import { complaintText as t } from './text.ts';

/** Pieces, cases that one run of a job looks at; the next run takes the rest. */
const BATCH = 100;
/** Somebody who writes nothing to the account for this long is nudged by push. */
const NUDGE_AFTER_MS = 4 * 60 * 60 * 1000;

/** Removes what no draft holds any more: the file first, then the record that names it. */
export function expirePiecesJob({ store, files, clock }: ComplaintDeps): Job {
  return {
    name: 'complaints-expire-pieces',
    run: async () => {
      const gone: readonly Stored<SealedPiece>[] = await store.query({
        collection: pieces,
        where: [['expiresAtMs', '<=', clock.now()]],
        orderBy: { field: 'expiresAtMs', direction: 'asc' },
        limit: BATCH,
      });
      for (const { data } of gone) if (data.fileName) await files.remove(data.fileName);
      if (gone.length === 0) return;
      await store.transact(async (tx) => {
        for (const { id } of gone) tx.remove(ref(pieces, id));
      });
    },
  };
}

/**
 * Reminds officers before, on and after the due day, then the executives; each reminder once. Looks at every open case, so it
 * does that once in each hour of the office (all reminders fall on working days); a tick in between costs one read.
 */
export function nudgeJob(outbox: OutboxDeps): Job {
  return {
    name: 'complaints-nudge',
    run: async () => {
      const hour = officeHourOf(outbox.clock.now());
      if (hour === undefined) return;
      const settings = ref(complaintSettings, SETTINGS_ID);
      if ((await outbox.store.get(settings))?.data.lastNudge === hour) return;
      await nudgeAll(outbox);
      await outbox.store.transact(async (tx) =>
        tx.set(settings, { ...(await settingsOf(tx)), lastNudge: hour }),
      );
    },
  };
}

async function nudgeAll(outbox: OutboxDeps): Promise<void> {
  const today = dayOf(outbox.clock.now());
  let after: Stored<Case> | undefined;
  do {
    const page: readonly Stored<Case>[] = await outbox.store.query({
      collection: cases,
      where: [['isOpen', '==', true]],
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    for (const { id, data } of page) {
      if (dueNudges(data, today).length > 0)
        await outbox.store.transact((tx) => nudge(tx, id, today, outbox));
    }
    after = page.length === MAX_PAGE ? page.at(-1) : undefined;
  } while (after);
}

function dueNudges(found: Case, today: Day): readonly Nudge[] {
  return nudgesFor(found.clear, today, DEFAULT_NUDGE_RULES, OFFICE_CLOSED).filter(
    ({ id }) => !found.nudged.includes(id),
  );
}

async function nudge(tx: Transaction, caseId: string, today: Day, outbox: OutboxDeps): Promise<void> {
  const found = (await tx.get(ref(cases, caseId)))?.data;
  if (!found) return;
  const due = dueNudges(found, today);
  const nowMs = outbox.clock.now();
  const executives = found.accusedHead ? [] : await membersWith(tx, 'executive');
  const { assigneeId, readerIds, number } = found.clear;
  const active = await membersWith(tx, 'officer');
  // Whoever took the case may have left since: then the others who may read it hear of it.
  const isTaken = assigneeId !== null && active.includes(assigneeId);
  const officers = isTaken ? [assigneeId] : readerIds.filter((id) => active.includes(id));
  const posts: NewPost[] = due.flatMap((one) => {
    const to = one.to === 'officer' ? officers : executives;
    return to.map((chatId) => ({
      id: `complaint-nudge-${caseId}-${one.id}-${chatId}`,
      kind: 'complaint-nudge',
      chatId,
      messages: [say(nudgeWords(one, number, found, today))],
      dueAtMs: nowMs,
      pushAfterMs: nowMs + NUDGE_AFTER_MS,
      critical: true,
      forMember: true,
    }));
  });
  const nudged = [...found.nudged, ...due.map(({ id }) => id)];
  const occasion = { id: `nudge-${caseId}-${today}`, feature: 'complaints', receivedAtMs: nowMs };
  await applyOutcome(
    tx,
    occasion,
    { posts, writes: [set(ref(cases, caseId), { ...found, nudged })] },
    outbox,
  );
}

function nudgeWords(one: Nudge, number: string, { clear }: Case, today: Day): string {
  if (one.about === 'acknowledgement') return t.nudges.acknowledge(number);
  const days = daysBetween(today, clear.dueDay);
  if (days > 0) return t.nudges.before(number, days);
  return days === 0 ? t.nudges.due(number) : t.nudges.overdue(number, -days);
}

/**
 * Erases cases whose time is over: the boxes with their case key are destroyed, which makes the content unreadable also in
 * backups, then content, thread, files and the readers' lines are removed. The clear facts stay for the counts.
 */
export function eraseJob(outbox: OutboxDeps, { files }: ComplaintDeps): Job {
  return {
    name: 'complaints-erase',
    run: async () => {
      const today = dayOf(outbox.clock.now());
      const { retentionDays } = await outbox.store.transact((tx) => settingsOf(tx));
      const old = await outbox.store.query({
        collection: cases,
        where: [['finishedDay', '<=', addDays(today, -retentionDays)]],
        orderBy: { field: 'finishedDay', direction: 'asc' },
        limit: BATCH,
      });
      for (const { id, data } of old) {
        if (data.erasedDay !== undefined || data.finishedDay === null) continue;
        for (const [n] of data.pieces.entries()) await files.remove(`${CASE_FILES}/${subId(id, n)}.bin`);
        for (const name of await threadFileNames(id, outbox)) await files.remove(name);
        await outbox.store.transact((tx) => erase(tx, id, today, outbox));
      }
    },
  };
}

async function threadFileNames(caseId: string, { store }: OutboxDeps): Promise<readonly string[]> {
  const thread = await store.query({
    collection: caseThread,
    where: [['caseId', '==', caseId]],
    limit: MAX_PAGE,
  });
  return thread.flatMap(({ data }) => data.fileNames);
}

async function erase(tx: Transaction, caseId: string, today: Day, outbox: OutboxDeps): Promise<void> {
  const found = (await tx.get(ref(cases, caseId)))?.data;
  if (!found || found.erasedDay !== undefined) return;
  const { readerIds } = found.clear;
  const erased: Case = {
    ...found,
    clear: { ...found.clear, readerIds: [], assigneeId: null },
    caseKeyBoxes: [],
    pieces: [],
    history: [],
    // Erased cases are not found by their end any more, so that the job always sees the ones that wait.
    finishedDay: null,
    erasedDay: today,
    isOpen: false,
    rev: found.rev + 1,
  };
  const audit = [
    {
      actor: { kind: 'program' as const },
      action: 'complaints.erased',
      subject: found.clear.number,
      detail: { day: today },
    },
  ];
  const occasion = { id: `erase-${caseId}`, feature: 'complaints', receivedAtMs: outbox.clock.now() };
  await applyOutcome(tx, occasion, { writes: [set(ref(cases, caseId), erased)], audit }, outbox);
  for (let n = 0; n < found.partCount; n += 1) tx.remove(ref(caseParts, subId(caseId, n)));
  for (let n = 0; n < Math.min(found.threadCount, MAX_THREAD); n += 1)
    tx.remove(ref(caseThread, subId(caseId, n)));
  for (const memberId of readerIds) tx.remove(ref(caseLines, subId(memberId, caseId)));
}
