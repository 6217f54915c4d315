import { bubble, button, COLORS, column, flex, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import type { ChatFeature, MenuEntry } from '../webhook/feature.ts';
import { memberOf, officeOf } from './read-people.ts';
import type { Member } from './records.ts';
import { peopleText as t } from './text.ts';

/** Whether a person sees a line of the menu. */
export function sees(entry: MenuEntry, member: Member | undefined): boolean {
  if (entry.for === 'everyone') return true;
  if (!member) return false;
  return entry.for === 'members' || entry.for.some((role) => member.roles.includes(role));
}

/** The menu of one person: only what they may use. */
export function menuCard(
  officeName: string,
  entries: readonly MenuEntry[],
  member: Member | undefined,
): Message {
  const seen = entries.filter((entry) => sees(entry, member));
  return flex(
    t.menuAlt,
    bubble({
      ...(officeName ? { kicker: officeName } : {}),
      title: t.menuTitle,
      body: [
        ...(member
          ? [text(`${member.name} · ${member.unit}`, { size: 'sm', color: COLORS.muted, margin: 'sm' })]
          : []),
        column(
          seen.map((entry) => button({ type: 'message', label: entry.label, text: entry.says }, 'secondary')),
          { spacing: 'sm', margin: 'lg' },
        ),
      ],
    }),
  );
}

/** Answers `เมนู`, and everything nobody understands in a 1:1 chat. */
export function createMenuFeature(entriesOf: () => readonly MenuEntry[]): ChatFeature {
  return {
    name: 'menu',
    menu: [],
    commands: [{ name: 'menu', words: ['เมนู', 'ช่วยเหลือ', 'วิธีใช้', 'menu', 'help'], where: 'user' }],
    handle: async ({ event, trigger, tx }) => {
      const member = await memberOf(tx, event.userId);
      const card = menuCard((await officeOf(tx)).name, entriesOf(), member);
      if (trigger.kind !== 'input') return { reply: [card] };
      const said = trigger.input.kind === 'text' ? trigger.input.text.trim() : '';
      const asked = said === t.cancel ? t.nothingOpen : t.menuNotUnderstood;
      return { reply: [{ type: 'text', text: asked }, card] };
    },
  };
}
