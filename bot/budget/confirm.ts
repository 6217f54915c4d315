import { formatTimeOfDay } from '../../shared/people/schedule.ts';
import { bangkokTime } from '../../shared/thai/days.ts';
import { type NewPost, type Outcome, set } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import { groupsFor, holds, memberOf } from '../people/read-people.ts';
import type { Group } from '../people/records.ts';
import { ref, type Stored } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import { confirmedCard, summaryCard } from './cards.ts';
import { budgetUpload, budgetYear } from './read-budget.ts';
import {
  type BudgetUpload,
  type BudgetYear,
  budgetUploads,
  budgetYears,
  type HistoryEntry,
  MAX_HISTORY,
} from './records.ts';
import { budgetText as t } from './text.ts';

/**
 * Makes an upload the newest state of its year: after ยืนยัน of a preview, and when an earlier one is restored. In the same
 * transaction the subscribed groups' posts and the audit entry are written.
 */
export async function useUpload(
  talk: Talk,
  uploadId: string,
  verb: 'confirmed' | 'restored',
): Promise<Outcome> {
  const { userId } = talk.event;
  const member = await memberOf(talk.tx, userId);
  if (userId === undefined || !holds(member, 'finance')) return { reply: [say(t.onlyFinance)], flow: null };
  const upload = await budgetUpload(talk.tx, uploadId);
  if (!upload) return { reply: [say(t.previewGone)], flow: null };
  if (verb === 'confirmed' && upload.data.status === 'confirmed') {
    return { reply: [say(t.alreadyConfirmed)], flow: null };
  }
  const { expiresAtMs: _expires, ...kept } = upload.data;
  const confirmed: BudgetUpload = { ...kept, status: 'confirmed' };
  const before = await budgetYear(talk.tx, confirmed.fiscalYear);
  const year = withUpload(before, upload.id, confirmed, talk.nowMs);
  const groups = await groupsFor(talk.tx, 'budget');
  const posts = groups.map((group) => updatePost(group, upload.id, year, talk.nowMs));
  const { totals } = confirmed.summary;
  return {
    reply: [
      verb === 'restored' ? summaryCard(year, talk.nowMs, t.restored) : confirmedCard(year, talk.nowMs),
      ...(groups.length > 0 ? [groupsMessage(groups, upload.id, year, talk)] : [say(t.noGroups)]),
    ],
    replyMustArrive: true,
    flow: null,
    writes: [
      set(ref(budgetUploads, upload.id), confirmed),
      set(ref(budgetYears, String(confirmed.fiscalYear)), year),
    ],
    posts,
    audit: [
      {
        actor: { kind: 'member', userId },
        action: `budget.${verb}`,
        subject: upload.id,
        detail: {
          fiscalYear: confirmed.fiscalYear,
          fileSha256: confirmed.fileSha256,
          lines: confirmed.lineCount,
          approvedSatang: totals.approvedSatang,
          disbursedSatang: totals.disbursedSatang,
        },
      },
    ],
  };
}

function withUpload(
  before: BudgetYear | undefined,
  uploadId: string,
  upload: BudgetUpload,
  nowMs: number,
): BudgetYear {
  const entry: HistoryEntry = {
    uploadId,
    confirmedAtMs: nowMs,
    ...(upload.asOf === undefined ? {} : { asOf: upload.asOf }),
    totals: upload.summary.totals,
  };
  const others = (before?.history ?? []).filter((one) => one.uploadId !== uploadId);
  return {
    fiscalYear: upload.fiscalYear,
    currentUploadId: uploadId,
    ...(upload.asOf === undefined ? {} : { asOf: upload.asOf }),
    hasSpending: upload.hasSpending,
    summary: upload.summary,
    history: [entry, ...others].slice(0, MAX_HISTORY),
    targets: before?.targets ?? {},
    rev: (before?.rev ?? 0) + 1,
  };
}

/** Id of the post by which a group learns of an upload; a restored one is news again, hence the revision. */
function updatePostId(groupId: string, uploadId: string, rev: number): string {
  return `budget-update-${groupId}-${uploadId}-${rev}`;
}

function updatePost(group: Stored<Group>, uploadId: string, year: BudgetYear, nowMs: number): NewPost {
  return {
    id: updatePostId(group.id, uploadId, year.rev),
    kind: 'budget-update',
    chatId: group.id,
    messages: [summaryCard(year, nowMs)],
    dueAtMs: nowMs,
    pushAfterMs: nowMs + group.data.pushAfterMs,
    supersedes: true,
  };
}

function groupsMessage(groups: readonly Stored<Group>[], uploadId: string, year: BudgetYear, talk: Talk) {
  const lines = groups.map(({ data }) =>
    data.pushAfterMs === 0
      ? t.groupNow(data.name)
      : t.groupWhen(data.name, formatTimeOfDay(bangkokTime(talk.nowMs + data.pushAfterMs))),
  );
  const waits = groups.some(({ data }) => data.pushAfterMs > 0);
  const message = `${t.groupsWillGet}\n${lines.map((line) => `- ${line}`).join('\n')}`;
  return say(message, waits ? [sendNowButton(uploadId, year)] : []);
}

function sendNowButton(uploadId: string, year: BudgetYear) {
  return quick(t.sendNow, buttonData('budget', 'send-now', { u: uploadId, rev: year.rev }));
}

/** ส่งเข้ากลุ่มทันที: the waiting posts of this upload are pushed at the next tick, if the month allows it. */
export async function sendNow(talk: Talk, uploadId: string, rev: number): Promise<Outcome> {
  const member = await memberOf(talk.tx, talk.event.userId);
  if (!holds(member, 'finance')) return { reply: [say(t.onlyFinance)] };
  const groups = await groupsFor(talk.tx, 'budget');
  return {
    reply: [say(t.sendingNow)],
    pushNow: groups.map(({ id }) => updatePostId(id, uploadId, rev)),
  };
}
