import { formatTimeOfDay, type Schedule } from '../../shared/people/schedule.ts';
import { TOPICS } from '../../shared/people/topics.ts';
import {
  type Bubble,
  bubble,
  button,
  COLORS,
  type Component,
  carousels,
  column,
  flex,
  press,
  row,
  separator,
  text,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import type { Stored } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Group } from './records.ts';
import { peopleText as t } from './text.ts';

const HOUR_MS = 60 * 60 * 1000;

/** "ทุกวันจันทร์ 08.30 น.", or that there is no schedule. */
export function scheduleText(schedule: Schedule | undefined): string {
  return schedule ? `${t.rhythmNames[schedule.rhythm]} ${formatTimeOfDay(schedule)}` : t.groupNoSchedule;
}

/** Every group, one card each. */
export function groupList(list: readonly Stored<Group>[]): readonly Message[] {
  return carousels(t.groupsTitle, list.map(listBubble));
}

function listBubble({ id, data }: Stored<Group>): Bubble {
  const topics = data.topics.map((topic) => t.topicNames[topic]).join(', ') || '-';
  return bubble({
    size: 'kilo',
    kicker: t.groupStates[data.status],
    title: data.name || t.groupUnnamed,
    body: [text(topics, { size: 'sm', color: COLORS.muted, margin: 'md' })],
    buttons: [button(press(t.groupSettings, buttonData('people', 'group', { id }), t.groupSettings))],
  });
}

/** One group's settings: what it receives, when, and how long a post waits for a free ride. */
export function groupCard(id: string, group: Group, problem?: string): Message {
  const title = group.name || t.groupUnnamed;
  const data = (action: string, values: Record<string, string | number> = {}) =>
    buttonData('people', action, { id, rev: group.rev, ...values });
  if (group.status !== 'linked') {
    return flex(
      title,
      bubble({
        kicker: t.groupStates[group.status],
        title,
        body: [text(problem ?? t.groupReceives, { size: 'sm', margin: 'md' })],
        buttons:
          group.status === 'joined' ? [button(press(t.groupLink, data('group-link'), t.groupLink))] : [],
      }),
    );
  }
  const toggles = TOPICS.map((topic) => {
    const on = group.topics.includes(topic);
    return toggleRow(t.topicNames[topic], on, data('group-topic', { topic, on: on ? 0 : 1 }));
  });
  const line = (label: string, value: string) =>
    column([text(label, { size: 'xs', color: COLORS.muted }), text(value, { size: 'sm' })]);
  return flex(
    title,
    bubble({
      kicker: problem ?? t.groupStates[group.status],
      title,
      body: [
        text(t.groupReceives, { size: 'sm', color: COLORS.muted, margin: 'md' }),
        column(toggles, { spacing: 'sm', margin: 'md' }),
        separator(),
        column(
          [
            line(t.groupPostTime, scheduleText(group.budgetSchedule)),
            line(t.groupWaits, t.waitOf(Math.round(group.pushAfterMs / HOUR_MS))),
          ],
          { spacing: 'md', margin: 'lg' },
        ),
      ],
      buttons: [
        row(
          [
            button(press(t.groupSet, data('group-rhythm'), t.groupSet), 'secondary'),
            button(press(t.groupWaitSet, data('group-wait'), t.groupWaitSet), 'secondary'),
          ],
          { spacing: 'sm' },
        ),
        button(press(t.groupUnlink, data('group-unlink'), t.groupUnlink), 'link'),
      ],
    }),
  );
}

function toggleRow(label: string, on: boolean, data: string): Component {
  return row(
    [
      text(label, { size: 'md', flex: 6 }),
      text(on ? `✓ ${t.on}` : t.off, {
        size: 'sm',
        align: 'end',
        flex: 4,
        weight: on ? 'bold' : 'regular',
        color: on ? COLORS.green : COLORS.muted,
      }),
    ],
    {
      paddingAll: '12px',
      cornerRadius: '8px',
      backgroundColor: COLORS.soft,
      alignItems: 'center',
      action: press(label, data, `${label}: ${on ? t.off : t.on}`),
    },
  );
}
