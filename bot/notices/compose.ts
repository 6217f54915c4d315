import { NOTICE_KIND_IDS } from '../../shared/notices/kind-ids.ts';
import { filledTemplate, noticeKind } from '../../shared/notices/kinds.ts';
import type { NoticeContent } from '../../shared/notices/notice-api.ts';
import { NOTICE_GROUPS_MAX, NOTICE_TEXT_UNITS_MAX } from '../../shared/notices/notice-limits.ts';
import { addDays, type Day, dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf, formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { repairThai } from '../../shared/thai/text.ts';
import type { Outcome } from '../commit/outcome.ts';
import { set } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { groupsFor, officeOf } from '../people/read-people.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import { cardWorldOf } from './card-world.ts';
import { noticeCard } from './cards.ts';
import { createNotice, sendTime } from './change-notice.ts';
import { noticeCost } from './cost.ts';
import type { NoticeDeps } from './deps.ts';
import type { NoticeFlow } from './flow.ts';
import { LEARN_SIZES } from './group-sizes.ts';
import { type Notice, notices } from './records.ts';
import { noticesText as t } from './text.ts';
import { parseWhen, whenText } from './when.ts';

/** LINE shows thirteen quick replies; two are needed for "all" and "next". */
const GROUPS_SHOWN = 11;
/** Offered besides "now": when people have come to the office. */
const TOMORROW = { hour: 8, minute: 30 };
/** Stands in the preview's button; nothing has this id. */
const PREVIEW_ID = 'preview';

/** A quick reply of this conversation; `rev` must be the one at which it is shown. */
function choice(rev: number, label: string, value: string, says = label) {
  return quick(label, buttonData('notices', 'answer', { rev, say: value }), says);
}

/** `ประกาศ`: asks for the kind. */
export function startCompose(talk: Talk): Outcome {
  return {
    reply: [askKind(talk.nextRev)],
    flow: { step: 'kind' } satisfies NoticeFlow,
    // By the time of the preview it is known how many people are in the groups.
    work: [{ id: `sizes-${talk.event.id}`, name: LEARN_SIZES, args: {} }],
  };
}

function askKind(rev: number): Message {
  return say(
    t.askKind,
    NOTICE_KIND_IDS.map((id) => choice(rev, noticeKind(id).label, noticeKind(id).label)),
  );
}

/** What was typed or pressed, in the state the conversation is in. */
export async function continueCompose(
  talk: Talk,
  flow: NoticeFlow,
  said: string,
  deps: NoticeDeps,
): Promise<Outcome> {
  switch (flow.step) {
    case 'kind': {
      const id = NOTICE_KIND_IDS.find((one) => noticeKind(one).label === said.trim());
      if (!id) return { reply: [askKind(talk.rev)] };
      const ask = say(t.askText(noticeKind(id).label), [choice(talk.nextRev, t.useTemplate, t.useTemplate)]);
      return { reply: [ask], flow: { step: 'text', kind: id } satisfies NoticeFlow };
    }
    case 'text':
      return takeText(talk, flow, said);
    case 'groups':
      return takeGroups(talk, flow, said.trim());
    case 'when':
      return takeWhen(talk, flow, said.trim(), deps);
    case 'confirm':
      return said.trim() === t.confirm ? confirm(talk, flow) : { reply: [say(t.finishFirst)] };
  }
}

async function takeText(
  talk: Talk,
  flow: Extract<NoticeFlow, { step: 'text' }>,
  said: string,
): Promise<Outcome> {
  const kind = noticeKind(flow.kind);
  const { name: officeName } = await officeOf(talk.tx);
  const template = filledTemplate(kind, {
    officeName,
    year: formatFiscalYear(fiscalYearOf(dayOf(talk.nowMs))),
  });
  const text = said.trim() === t.useTemplate ? template.text.trim() : repairThai(said).trim();
  if (text.length === 0 || text.length > NOTICE_TEXT_UNITS_MAX) return { reply: [say(t.textLength)] };
  const open = (await groupsFor(talk.tx, 'notices')).slice(0, NOTICE_GROUPS_MAX);
  if (open.length === 0) return { reply: [say(t.noGroups)], flow: null };
  const groupIds = open.length === 1 ? open.map(({ id }) => id) : [];
  const written = { kind: flow.kind, title: template.title, text, groupIds };
  if (open.length === 1) {
    return { reply: [askWhen(talk.nextRev)], flow: { step: 'when', ...written } satisfies NoticeFlow };
  }
  return {
    reply: [await askGroups(talk, [], talk.nextRev)],
    flow: { step: 'groups', ...written } satisfies NoticeFlow,
  };
}

async function askGroups(talk: Talk, chosen: readonly string[], rev: number): Promise<Message> {
  const open = (await groupsFor(talk.tx, 'notices')).slice(0, GROUPS_SHOWN);
  const name = (one: (typeof open)[number]) => one.data.name || t.unnamedGroup;
  const names = open.filter(({ id }) => chosen.includes(id)).map(name);
  return say(t.askGroups(names), [
    ...(chosen.length > 0 ? [choice(rev, t.next, t.next)] : [choice(rev, t.allGroups, t.allGroups)]),
    ...open.map((one) =>
      choice(rev, `${chosen.includes(one.id) ? '✓ ' : ''}${name(one)}`, one.id, name(one)),
    ),
  ]);
}

async function takeGroups(
  talk: Talk,
  flow: Extract<NoticeFlow, { step: 'groups' }>,
  said: string,
): Promise<Outcome> {
  const open = (await groupsFor(talk.tx, 'notices')).slice(0, NOTICE_GROUPS_MAX);
  if (said === t.allGroups) return toWhen(talk, { ...flow, groupIds: open.map(({ id }) => id) });
  if (said === t.next && flow.groupIds.length > 0) return toWhen(talk, flow);
  const tapped = open.find(({ id, data }) => id === said || data.name === said);
  if (!tapped) return { reply: [await askGroups(talk, flow.groupIds, talk.rev)] };
  const groupIds = flow.groupIds.includes(tapped.id)
    ? flow.groupIds.filter((id) => id !== tapped.id)
    : [...flow.groupIds, tapped.id];
  return { reply: [await askGroups(talk, groupIds, talk.nextRev)], flow: { ...flow, groupIds } };
}

function toWhen(talk: Talk, flow: Extract<NoticeFlow, { step: 'groups' }>): Outcome {
  return { reply: [askWhen(talk.nextRev)], flow: { ...flow, step: 'when' } satisfies NoticeFlow };
}

function askWhen(rev: number, problem: string = t.askWhen): Message {
  return say(problem, [choice(rev, t.now, t.now), choice(rev, t.tomorrow, t.tomorrow)]);
}

async function takeWhen(
  talk: Talk,
  flow: Extract<NoticeFlow, { step: 'when' }>,
  said: string,
  deps: NoticeDeps,
): Promise<Outcome> {
  const tomorrow = { day: addDays(dayOf(talk.nowMs), 1), ...TOMORROW };
  const when = said === t.now ? 'now' : said === t.tomorrow ? tomorrow : parseWhen(said, talk.nowMs);
  if (when === null) return { reply: [askWhen(talk.rev, t.whenWrong)] };
  const time = await sendTime(talk.tx, when, talk.nowMs);
  if ('sentence' in time) return { reply: [askWhen(talk.rev, time.sentence)] };
  const content = contentOf(flow, time.atMs);
  const card = noticeCard(PREVIEW_ID, content, await cardWorldOf(talk.tx, content, deps));
  const cost = await noticeCost(talk.tx, flow.groupIds, undefined);
  const timeText = (time.moved ? t.movedOutOfQuiet : t.previewWhen)(whenText(time.atMs));
  const facts = [
    t.preview,
    t.previewGroups(cost.perGroup.map(({ groupName }) => groupName).join(', ')),
    when === 'now' ? t.previewNow : timeText,
    cost.text,
  ];
  const buttons = [
    choice(talk.nextRev, t.confirm, t.confirm),
    quick(t.cancel, buttonData('notices', 'drop', { rev: talk.nextRev })),
  ];
  return {
    reply: [card, say(facts.join('\n'), buttons)],
    flow: { ...flow, step: 'confirm', when } satisfies NoticeFlow,
  };
}

/** The kind's own rules say whether รับทราบ is asked for and by when; the mini-app can set both. */
function contentOf(
  flow: { kind: NoticeContent['kind']; title: string; text: string; groupIds: string[] },
  sendAtMs: number,
): NoticeContent {
  const { asksAck, readDays } = noticeKind(flow.kind);
  return {
    kind: flow.kind,
    title: flow.title,
    text: flow.text,
    groupIds: flow.groupIds,
    asksAck,
    ...(readDays === undefined ? {} : { readByDay: addDays(dayOf(sendAtMs), readDays) }),
  };
}

async function confirm(talk: Talk, flow: Extract<NoticeFlow, { step: 'confirm' }>): Promise<Outcome> {
  const { tx, event, nowMs, random } = talk;
  const when = flow.when === 'now' ? flow.when : { ...flow.when, day: flow.when.day as Day };
  const time = await sendTime(tx, when, nowMs);
  if ('sentence' in time) return { reply: [say(time.sentence)], flow: null };
  const id = random.uuid();
  const edit = { id, userId: event.userId ?? '-', nowMs };
  const made = await createNotice(tx, edit, contentOf(flow, time.atMs));
  if (made.kind !== 'changed')
    return { reply: [say(made.kind === 'refused' ? made.sentence : t.stale)], flow: null };
  const scheduled: Notice = {
    ...made.after,
    status: 'scheduled',
    sendAtMs: time.atMs,
    nextCheckAtMs: time.atMs,
    orderMs: time.atMs,
  };
  const isNow = flow.when === 'now' && !time.moved;
  const stop = quick(t.cancelNotice, buttonData('notices', 'cancel-notice', { n: id }));
  return {
    reply: [say(isNow ? t.sendingSoon : t.scheduled(whenText(time.atMs)), [stop])],
    replyMustArrive: true,
    flow: null,
    writes: [set(ref(notices, id), scheduled)],
    audit: [
      ...(made.outcome.audit ?? []),
      {
        actor: { kind: 'member', userId: edit.userId },
        action: 'notices.scheduled',
        subject: id,
        detail: { rev: 1, atMs: time.atMs },
      },
    ],
  };
}
