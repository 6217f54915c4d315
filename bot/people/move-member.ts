import { type Outcome, set } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { memberOf, officeOf } from './read-people.ts';
import { members } from './records.ts';
import { peopleText as t } from './text.ts';

/** Quick replies of one message; an office with more units invites anew. */
const MAX_UNITS_SHOWN = 12;

/**
 * ย้ายหน่วยงาน: an admin gives a member another unit in one step. Measures belong to units, so the person's old ones stay with
 * the old unit and the new unit's are theirs from the next question on; nothing of what was reported changes.
 */
export async function moveMember(talk: Talk, pressed: ButtonPress): Promise<Outcome> {
  const id = pressed.values['id'] ?? '-';
  const member = await memberOf(talk.tx, id);
  if (!member) return { reply: [say(t.stale)] };
  const { units } = await officeOf(talk.tx);
  const unit = units[Number(pressed.values['to'] ?? Number.NaN)];
  if (unit === undefined) {
    const choices = units
      .map((one, to) => ({ one, to }))
      .filter(({ one }) => one !== member.unit)
      .slice(0, MAX_UNITS_SHOWN)
      .map(({ one, to }) => quick(one, buttonData('people', 'move', { id, to })));
    return { reply: [say(t.moveAsk(member.name, member.unit), choices)] };
  }
  if (unit === member.unit) return { reply: [say(t.stale)] };
  return {
    reply: [say(t.movedTo(member.name, unit))],
    writes: [set(ref(members, id), { ...member, unit })],
    audit: [
      {
        actor: { kind: 'member', userId: talk.event.userId ?? '-' },
        action: 'people.moved',
        subject: id,
        detail: { from: member.unit, to: unit },
      },
    ],
  };
}
