import { z } from 'zod';
import {
  isRhythm,
  nextSlot,
  parseTimeOfDay,
  RHYTHMS,
  type Rhythm,
  type Schedule,
} from '../../shared/people/schedule.ts';
import { isTopic } from '../../shared/people/topics.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { toArabicDigits } from '../../shared/thai/digits.ts';
import type { AuditEntry } from '../audit/records.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import { rides } from '../outbox/records.ts';
import { ref, type Stored } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { groupCard, groupList, scheduleText } from './group-cards.ts';
import { type Group, groups, MAX_GROUPS } from './records.ts';
import { peopleText as t } from './text.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Times offered as buttons; any other can be typed. */
const TIMES = ['08.30', '12.00', '16.30'];

/** The conversation in which an admin sets a group's regular post. */
export const scheduleFlow = z.object({
  step: z.literal('group-time'),
  groupId: z.string(),
  groupRev: z.number(),
  rhythm: z.enum(RHYTHMS as [Rhythm, ...Rhythm[]]),
});
export type ScheduleFlow = z.infer<typeof scheduleFlow>;

/** `กลุ่ม`: the groups the account is in. */
export async function listGroups(talk: Talk): Promise<Outcome> {
  const all = await talk.tx.query({ collection: groups, limit: MAX_GROUPS });
  const present = all.filter(({ data }) => data.status !== 'left');
  if (present.length === 0) return { reply: [say(t.groupsNone)] };
  return { reply: groupList(present).slice(0, 5) };
}

/** A button of a group card. Buttons of an older card change nothing and show the newest one. */
export async function pressGroup(talk: Talk, press: ButtonPress): Promise<Outcome> {
  const stored = await talk.tx.get(ref(groups, press.values['id'] ?? '-'));
  if (!stored || stored.data.status === 'left') return { reply: [say(t.groupGone)] };
  const { id, data: group } = stored;
  if (press.action === 'group') return { reply: [groupCard(id, group)] };
  if (Number(press.values['rev']) !== group.rev) return { reply: [say(t.stale), groupCard(id, group)] };
  if (press.action === 'group-link') {
    return save(talk, stored, { ...group, status: 'linked', topics: ['budget', 'notices'] }, 'linked', {});
  }
  if (group.status !== 'linked') return { reply: [groupCard(id, group)] };
  switch (press.action) {
    case 'group-unlink': {
      const { budgetSchedule: _schedule, nextSlotAtMs: _slot, ...rest } = group;
      const waiting = (await talk.tx.get(ref(rides, id)))?.data.postIds ?? [];
      const outcome = save(talk, stored, { ...rest, status: 'joined', topics: [] }, 'unlinked', {});
      return { ...outcome, cancelPosts: waiting };
    }
    case 'group-topic': {
      const topic = press.values['topic'] ?? '';
      if (!isTopic(topic)) return { reply: [groupCard(id, group)] };
      const others = group.topics.filter((one) => one !== topic);
      const on = press.values['on'] === '1';
      return save(talk, stored, { ...group, topics: on ? [...others, topic] : others }, 'topic', {
        topic,
        on,
      });
    }
    case 'group-rhythm':
      return { reply: [askRhythm(id, group)] };
    case 'group-rhythm-set':
      return chooseRhythm(talk, stored, press.values['rhythm'] ?? '');
    case 'group-wait':
      return { reply: [askWait(id, group)] };
    case 'group-wait-set': {
      const hours = Number(press.values['hours']);
      if (!(String(hours) in t.waits)) return { reply: [askWait(id, group)] };
      return save(talk, stored, { ...group, pushAfterMs: hours * HOUR_MS }, 'wait', { hours });
    }
    default:
      return { reply: [groupCard(id, group)] };
  }
}

/** The time of day, typed or pressed, for the rhythm chosen before. */
export async function setScheduleTime(talk: Talk, flow: ScheduleFlow, said: string): Promise<Outcome> {
  const stored = await talk.tx.get(ref(groups, flow.groupId));
  if (stored?.data.status !== 'linked') return { reply: [say(t.groupGone)], flow: null };
  const time = parseTimeOfDay(toArabicDigits(said));
  if (!time) return { reply: [say(t.timeWrong, timeChoices(talk.rev))] };
  const schedule: Schedule = { rhythm: flow.rhythm, ...time };
  const slot = nextSlot(schedule, talk.nowMs);
  const group: Group = { ...stored.data, budgetSchedule: schedule, nextSlotAtMs: slot.atMs };
  const what = scheduleText(schedule);
  const outcome = save(talk, stored, group, 'schedule', { schedule: what });
  return {
    ...outcome,
    flow: null,
    reply: [say(t.scheduleSaved(what, formatDay(slot.day, 'long'))), ...(outcome.reply ?? [])],
  };
}

function save(
  talk: Talk,
  stored: Stored<Group>,
  changed: Group,
  verb: string,
  detail: AuditEntry['detail'],
): Outcome {
  const group = { ...changed, rev: stored.data.rev + 1 };
  return {
    reply: [groupCard(stored.id, group, t.saved)],
    writes: [set(ref(groups, stored.id), group)],
    audit: [
      {
        actor: { kind: 'member', userId: talk.event.userId ?? '-' },
        action: `people.group-${verb}`,
        subject: stored.id,
        detail,
      },
    ],
  };
}

function askRhythm(id: string, group: Group) {
  const data = (rhythm: string) => buttonData('people', 'group-rhythm-set', { id, rev: group.rev, rhythm });
  return say(t.askRhythm(group.name || t.groupUnnamed), [
    ...RHYTHMS.map((rhythm) => quick(t.rhythmNames[rhythm], data(rhythm))),
    quick(t.groupNoSchedule, data('none')),
  ]);
}

function chooseRhythm(talk: Talk, stored: Stored<Group>, rhythm: string): Outcome {
  if (rhythm === 'none') {
    const { budgetSchedule: _schedule, nextSlotAtMs: _slot, ...rest } = stored.data;
    const outcome = save(talk, stored, rest, 'schedule', { schedule: '' });
    return { ...outcome, reply: [say(t.scheduleStopped), ...(outcome.reply ?? [])] };
  }
  if (!isRhythm(rhythm)) return { reply: [askRhythm(stored.id, stored.data)] };
  const flow: ScheduleFlow = { step: 'group-time', groupId: stored.id, groupRev: stored.data.rev, rhythm };
  return { reply: [say(t.askTime(t.rhythmNames[rhythm]), timeChoices(talk.nextRev))], flow };
}

function timeChoices(rev: number) {
  return TIMES.map((time) => quick(`${time} น.`, buttonData('people', 'answer', { rev, say: time })));
}

function askWait(id: string, group: Group) {
  return say(
    t.askWait,
    Object.entries(t.waits).map(([hours, label]) =>
      quick(label, buttonData('people', 'group-wait-set', { id, rev: group.rev, hours })),
    ),
  );
}
