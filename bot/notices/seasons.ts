import { filledTemplate, noticeKind } from '../../shared/notices/kinds.ts';
import type { NoticeContent } from '../../shared/notices/notice-api.ts';
import { NOTICE_GROUPS_MAX } from '../../shared/notices/notice-limits.ts';
import {
  SEASON_SEND_HOUR,
  type Season,
  seasonKey,
  seasonNames,
  seasonOfKey,
  seasonSendDay,
  seasonsAhead,
} from '../../shared/notices/seasons.ts';
import { outOfQuiet } from '../../shared/people/quiet-hours.ts';
import { addDays, dayOf, epochMsOf } from '../../shared/thai/days.ts';
import { fiscalYearOf, formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { applyOutcome } from '../commit/apply-outcome.ts';
import { create, type NewPost, type Outcome, set } from '../commit/outcome.ts';
import type { Job } from '../jobs/job.ts';
import { bubble, button, flex, press, say, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import type { OutboxDeps } from '../outbox/deps.ts';
import { groupsFor, holds, memberOf, membersWith, officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { noticeSettingsOf, quietOf } from './read-notices.ts';
import { type Notice, noticeSeasons, notices } from './records.ts';
import { noticesText as t } from './text.ts';
import { whenText } from './when.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** An admin who writes nothing to the account for this long is told by push. */
const TELL_ADMIN_AFTER_MS = 24 * 60 * 60 * 1000;
/** The kind of these posts. */
const SEASON_POST = 'notice-season';

/** Proposes the No Gift notice of each season to the admins ahead of time: once a season and admin, whoever runs it. */
export function seasonsJob(outbox: OutboxDeps): Job {
  return {
    name: 'notices-seasons',
    run: async () => {
      const today = dayOf(outbox.clock.now());
      const { seasonLeadDays } = await noticeSettingsOf(outbox.store);
      for (const season of seasonsAhead(today, seasonLeadDays)) {
        if (await outbox.store.get(ref(noticeSeasons, seasonKey(season)))) continue;
        await outbox.store.transact((tx) => propose(tx, season, outbox));
      }
    },
  };
}

async function propose(tx: Transaction, season: Season, outbox: OutboxDeps): Promise<void> {
  const key = seasonKey(season);
  const nowMs = outbox.clock.now();
  const admins = await membersWith(tx, 'admin');
  // Nobody to ask yet: the next run asks again.
  if (admins.length === 0 || (await tx.get(ref(noticeSeasons, key)))) return;
  const quiet = quietOf(await noticeSettingsOf(tx));
  const card = proposalCard(season, await sendAtOf(tx, season, nowMs));
  const posts = admins.map(
    (chatId): NewPost => ({
      id: `${SEASON_POST}-${key}-${chatId}`,
      kind: SEASON_POST,
      chatId,
      messages: [card],
      dueAtMs: nowMs,
      pushAfterMs: outOfQuiet(nowMs + TELL_ADMIN_AFTER_MS, quiet),
      quiet,
      forMember: true,
    }),
  );
  const writes = [create(ref(noticeSeasons, key), { state: 'proposed' as const })];
  await applyOutcome(
    tx,
    { id: `season-${key}`, feature: 'notices', receivedAtMs: nowMs },
    { posts, writes },
    outbox,
  );
}

async function sendAtOf(tx: Reads, season: Season, nowMs: number): Promise<number> {
  const day = seasonSendDay(season, dayOf(nowMs));
  const wantedMs = Math.max(nowMs, epochMsOf(day, SEASON_SEND_HOUR));
  return outOfQuiet(wantedMs, quietOf(await noticeSettingsOf(tx)));
}

function proposalCard(season: Season, sendAtMs: number): Message {
  const name = seasonNames[season.id];
  const data = (action: string) => buttonData('notices', action, { s: seasonKey(season) });
  return flex(
    t.seasonAlt(name),
    bubble({
      kicker: noticeKind('no-gift').label,
      title: t.seasonTitle(name),
      body: [text(t.seasonText(whenText(sendAtMs)), { size: 'sm', margin: 'md' })],
      buttons: [
        button(press(t.seasonYes, data('season-yes'), t.seasonYes)),
        button(press(t.seasonNo, data('season-no'), t.seasonNo), 'secondary'),
      ],
    }),
  );
}

/** The admin's one tap. The first answer of any admin counts; later ones are told so. */
export async function pressSeason(talk: Talk, pressed: ButtonPress): Promise<Outcome> {
  const { tx, event, nowMs, random } = talk;
  const { userId } = event;
  if (userId === undefined || !holds(await memberOf(tx, userId), 'admin'))
    return { reply: [say(t.onlyAdmin)] };
  const season = seasonOfKey(pressed.values['s'] ?? '');
  const record = season && (await tx.get(ref(noticeSeasons, seasonKey(season))))?.data;
  if (!season || !record) return { reply: [say(t.stale)] };
  if (record.state !== 'proposed') return { reply: [say(t.seasonTaken)] };
  const key = seasonKey(season);
  const actor = { kind: 'member' as const, userId };
  if (pressed.action === 'season-no') {
    return {
      reply: [say(t.seasonDeclined)],
      writes: [set(ref(noticeSeasons, key), { state: 'declined' as const, byId: userId })],
      audit: [{ actor, action: 'notices.season-declined', subject: key, detail: {} }],
    };
  }
  const groups = (await groupsFor(tx, 'notices')).slice(0, NOTICE_GROUPS_MAX);
  if (groups.length === 0) return { reply: [say(t.noGroups)] };
  const sendAtMs = await sendAtOf(tx, season, nowMs);
  const id = random.uuid();
  const notice: Notice = {
    content: await seasonContent(
      tx,
      groups.map((group) => group.id),
      sendAtMs,
    ),
    status: 'scheduled',
    authorId: userId,
    sendAtMs,
    edition: 1,
    deliveries: [],
    log: [],
    nextCheckAtMs: sendAtMs,
    orderMs: sendAtMs,
    rev: 1,
  };
  const cancel = button(
    press(t.cancelNotice, buttonData('notices', 'cancel-notice', { n: id })),
    'secondary',
  );
  const accepted = bubble({
    kicker: noticeKind('no-gift').label,
    title: notice.content.title,
    body: [text(t.scheduled(whenText(sendAtMs)), { size: 'sm', margin: 'md' })],
    buttons: [cancel],
  });
  return {
    reply: [flex(t.scheduled(whenText(sendAtMs)), accepted)],
    writes: [
      create(ref(notices, id), notice),
      set(ref(noticeSeasons, key), { state: 'accepted' as const, byId: userId, noticeId: id }),
    ],
    audit: [
      { actor, action: 'notices.season-accepted', subject: key, detail: { noticeId: id, atMs: sendAtMs } },
    ],
  };
}

async function seasonContent(
  tx: Reads,
  groupIds: readonly string[],
  sendAtMs: number,
): Promise<NoticeContent> {
  const kind = noticeKind('no-gift');
  const day = dayOf(sendAtMs);
  const { name: officeName } = await officeOf(tx);
  return {
    kind: kind.id,
    ...filledTemplate(kind, { officeName, year: formatFiscalYear(fiscalYearOf(day)) }),
    groupIds: [...groupIds],
    asksAck: kind.asksAck,
    ...(kind.readDays === undefined ? {} : { readByDay: addDays(day, kind.readDays) }),
  };
}
