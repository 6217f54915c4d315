import type { Outcome } from '../commit/outcome.ts';
import type { Bubble } from '../line/card.ts';
import { bubble, COLORS, carousels, flex, say, text } from '../line/card.ts';
import { memberOf } from '../people/read-people.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { ChatFeature, Talk } from '../webhook/feature.ts';
import { acknowledge } from './acknowledge.ts';
import { cardWorldOf } from './card-world.ts';
import { noticeCard } from './cards.ts';
import { cancelNotice } from './change-notice.ts';
import { continueCompose, startCompose } from './compose.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeFlow } from './flow.ts';
import { SHOW_QUOTA } from './quota-work.ts';
import { holdsOne, WATCHERS, writerOf } from './read-notices.ts';
import { readersOf } from './readers.ts';
import { notices } from './records.ts';
import { pressSeason } from './seasons.ts';
import { noticesText as t } from './text.ts';

/** Notices that "ประกาศล่าสุด" shows. */
const NEWEST_SHOWN = 5;
/** Names in one card; the mini-app shows them all. */
const NAMES_SHOWN = 30;

/** Notices of the office: everybody who works there may read and acknowledge, three roles write. */
export function createNoticesFeature(deps: NoticeDeps): ChatFeature {
  return {
    name: 'notices',
    commands: [
      { name: 'compose', words: ['ประกาศ', 'เขียนประกาศ'], where: 'user' },
      { name: 'newest', words: ['ประกาศล่าสุด', 'ดูประกาศ'], where: 'user' },
      { name: 'readers', words: ['ผู้ยังไม่รับทราบ', 'ใครยังไม่รับทราบ'], where: 'user' },
      { name: 'quota', words: ['โควตา', 'โควต้า'], where: 'user' },
    ],
    menu: [
      { label: 'ประกาศล่าสุด', says: 'ประกาศล่าสุด', for: 'members' },
      { label: 'เขียนประกาศ', says: 'ประกาศ', for: ['admin', 'officer', 'finance'] },
      { label: 'ผู้ยังไม่รับทราบ', says: 'ผู้ยังไม่รับทราบ', for: ['admin'] },
      { label: 'โควตาข้อความ', says: 'โควตา', for: ['admin', 'officer', 'finance', 'executive'] },
    ],
    handle: (talk) => handle(talk, deps),
  };
}

async function handle(talk: Talk, deps: NoticeDeps): Promise<Outcome> {
  const { trigger, event, tx } = talk;
  if (trigger.kind === 'button' && trigger.press.action === 'ack') return pressAck(talk, trigger.press);
  // The rest is for the 1:1 chat: group postbacks do not always say who pressed.
  if (event.chat.kind !== 'user') return {};
  if (trigger.kind === 'cancel') return { reply: [say(t.cancelled)], flow: null };
  if (trigger.kind === 'button' && trigger.press.action.startsWith('season'))
    return pressSeason(talk, trigger.press);
  if (trigger.kind === 'command' && trigger.name !== 'compose') return command(talk, trigger.name, deps);
  if (!(await writerOf(tx, event.userId))) {
    if (trigger.kind === 'command' && (await memberOf(tx, event.userId))) return newest(talk, deps);
    return { reply: [say(t.onlyWriters)], ...(talk.flow ? { flow: null } : {}) };
  }
  if (trigger.kind === 'command') return startCompose(talk);
  if (trigger.kind === 'button') return pressed(talk, trigger.press, deps);
  if (trigger.kind !== 'answer' || trigger.input.kind !== 'text') return { reply: [say(t.finishFirst)] };
  return answer(talk, trigger.input.text, deps);
}

async function command(talk: Talk, name: string, deps: NoticeDeps): Promise<Outcome> {
  const { tx, event } = talk;
  const member = await memberOf(tx, event.userId);
  if (!member) return { reply: [say(t.onlyMembers)] };
  if (name === 'newest') return newest(talk, deps);
  if (name === 'readers') {
    return member.roles.includes('admin') ? notYet(talk) : { reply: [say(t.onlyAdmin)] };
  }
  if (!holdsOne(member, WATCHERS)) return { reply: [say(t.onlyWriters)] };
  return { work: [{ id: `quota-${event.id}`, name: SHOW_QUOTA, args: {} }] };
}

/** A flow this version does not know ends politely. */
function answer(talk: Talk, said: string, deps: NoticeDeps): Promise<Outcome> | Outcome {
  const flow = noticeFlow.safeParse(talk.flow);
  return flow.success ? continueCompose(talk, flow.data, said, deps) : { reply: [say(t.stale)], flow: null };
}

/** Buttons of the conversation change nothing once it moved on. */
async function pressed(talk: Talk, press: ButtonPress, deps: NoticeDeps): Promise<Outcome> {
  if (press.action === 'cancel-notice') return stop(talk, press.values['n'] ?? '-');
  const isCurrent = talk.flow !== undefined && Number(press.values['rev']) === talk.rev;
  if (!isCurrent) return { reply: [say(t.stale)] };
  if (press.action === 'drop') return { reply: [say(t.cancelled)], flow: null };
  return press.action === 'answer'
    ? answer(talk, press.values['say'] ?? '', deps)
    : { reply: [say(t.stale)] };
}

async function stop(talk: Talk, id: string): Promise<Outcome> {
  const edit = { id, userId: talk.event.userId ?? '-', nowMs: talk.nowMs };
  const result = await cancelNotice(talk.tx, edit, undefined);
  if (result.kind === 'refused') return { reply: [say(result.sentence)] };
  if (result.kind !== 'changed') return { reply: [say(t.noticeGone)] };
  return { ...result.outcome, reply: [say(t.noticeCancelled)] };
}

async function pressAck(talk: Talk, press: ButtonPress): Promise<Outcome> {
  const { event, nowMs, tx } = talk;
  const groupId = event.chat.kind === 'group' ? event.chat.id : undefined;
  const noticeId = press.values['n'] ?? '-';
  return (await acknowledge(tx, { noticeId, userId: event.userId, groupId, nowMs })).outcome;
}

/** The newest notices, as the groups got them. */
async function newest(talk: Talk, deps: NoticeDeps): Promise<Outcome> {
  const found = await newestNotices(talk, NEWEST_SHOWN);
  const bubbles: Bubble[] = [];
  for (const { id, data } of found) {
    const world = await cardWorldOf(talk.tx, data.content, deps);
    const message = noticeCard(id, data.content, world, { corrects: data.correctsId !== undefined });
    if (message.type === 'flex' && message.contents.type === 'bubble') bubbles.push(message.contents);
  }
  const [first, ...others] = carousels(t.kicker, bubbles);
  return { reply: first ? [first, ...others].slice(0, 2) : [say(t.noNotices)] };
}

function newestNotices({ tx }: Talk, limit: number) {
  return tx.query({
    collection: notices,
    where: [['status', '==', 'posted']],
    orderBy: { field: 'orderMs', direction: 'desc' },
    limit,
  });
}

/** Who has not acknowledged the newest notice that asks for it. The admin's alone. */
async function notYet(talk: Talk): Promise<Outcome> {
  const found = (await newestNotices(talk, NEWEST_SHOWN)).find(({ data }) => data.content.asksAck);
  if (!found) return { reply: [say(t.noNotices)] };
  const { acknowledged, notYet: missing } = await readersOf(talk.tx, found.id);
  const lines = missing
    .slice(0, NAMES_SHOWN)
    .map(({ name, unit, reminderLabel }) => `${name} (${unit}) ${reminderLabel}`);
  const more = missing.length - lines.length;
  const done = t.readersCount(acknowledged.length, acknowledged.length + missing.length);
  const card = bubble({
    kicker: t.readersTitle,
    title: found.data.content.title,
    body: [
      text(done, { size: 'md', weight: 'bold', color: COLORS.green, margin: 'md' }),
      ...(missing.length === 0
        ? [text(t.readersAll, { size: 'sm' })]
        : lines.map((line) => text(line, { size: 'sm' }))),
      ...(more > 0 ? [text(t.readersMore(more), { size: 'xs', color: COLORS.muted })] : []),
    ],
  });
  return { reply: [flex(done, card)], replyInPassing: true };
}
