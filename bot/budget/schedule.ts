import { nextSlot } from '../../shared/people/schedule.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { type NewPost, set } from '../commit/outcome.ts';
import type { Job } from '../jobs/job.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { type Group, groups, MAX_GROUPS } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { summaryCard } from './cards.ts';
import { budgetYear, chunkId } from './read-budget.ts';
import { budgetChunks, budgetUploads } from './records.ts';

/** Previews that one run removes. */
const PREVIEW_BATCH = 20;

/** Makes the regular post of every group whose time has come: once per group and Bangkok day, whoever runs it (G5). */
export function scheduledBudgetJob(deps: OutboxDeps): Job {
  return {
    name: 'budget-schedule',
    run: async () => {
      const due = await deps.store.query({
        collection: groups,
        where: [['nextSlotAtMs', '<=', deps.clock.now()]],
        orderBy: { field: 'nextSlotAtMs', direction: 'asc' },
        limit: MAX_GROUPS,
      });
      for (const { id } of due) await deps.store.transact((tx) => postToGroup(tx, id, deps));
    },
  };
}

async function postToGroup(tx: Transaction, groupId: string, deps: OutboxDeps): Promise<void> {
  const nowMs = deps.clock.now();
  const group = (await tx.get(ref(groups, groupId)))?.data;
  if (!group || group.nextSlotAtMs === undefined || group.nextSlotAtMs > nowMs) return;
  const { budgetSchedule, nextSlotAtMs, ...rest } = group;
  const year = await budgetYear(tx);
  // After a long stop only the newest slot is made up for: two summaries at once would say the same.
  const wanted = group.status === 'linked' && group.topics.includes('budget') && budgetSchedule && year;
  const post: NewPost | undefined = wanted
    ? {
        id: `budget-scheduled-${groupId}-${dayOf(nextSlotAtMs)}`,
        kind: 'budget-scheduled',
        chatId: groupId,
        messages: [summaryCard(year, nowMs)],
        dueAtMs: nowMs,
        pushAfterMs: nowMs + group.pushAfterMs,
        supersedes: true,
      }
    : undefined;
  const moved: Group = budgetSchedule
    ? { ...rest, budgetSchedule, nextSlotAtMs: nextSlot(budgetSchedule, nowMs).atMs }
    : rest;
  const occasion = { id: `schedule-${groupId}-${nextSlotAtMs}`, feature: 'budget', receivedAtMs: nowMs };
  await applyOutcome(
    tx,
    occasion,
    { posts: post ? [post] : [], writes: [set(ref(groups, groupId), moved)] },
    deps,
  );
}

/** Removes previews that nobody confirmed in time, lines and all. */
export function expirePreviewsJob({ store, clock }: Pick<OutboxDeps, 'store' | 'clock'>): Job {
  return {
    name: 'budget-expire-previews',
    run: async () => {
      const old = await store.query({
        collection: budgetUploads,
        where: [['expiresAtMs', '<=', clock.now()]],
        orderBy: { field: 'expiresAtMs', direction: 'asc' },
        limit: PREVIEW_BATCH,
      });
      for (const { id } of old) {
        await store.transact(async (tx) => {
          const upload = await tx.get(ref(budgetUploads, id));
          if (upload?.data.status !== 'preview') return;
          tx.remove(ref(budgetUploads, id));
          for (let n = 0; n < upload.data.chunkCount; n += 1) tx.remove(ref(budgetChunks, chunkId(id, n)));
        });
      }
    },
  };
}
