import type { Outcome } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import type { ChatFeature, Talk } from '../webhook/feature.ts';
import { groupJoined, groupLeft } from './group-events.ts';
import { listGroups, pressGroup, scheduleFlow, setScheduleTime } from './group-settings.ts';
import { continueInvite, inviteFlow, startInvite } from './invite.ts';
import { listMembers, pressMember } from './member-list.ts';
import { showMenu } from './menu-work.ts';
import { holds, memberOf, officeOf } from './read-people.ts';
import { nameOffice, register } from './register.ts';
import { peopleText as t } from './text.ts';

/** Members, invitations, groups and what a newcomer sees first. */
export const peopleFeature: ChatFeature = {
  name: 'people',
  commands: [
    { name: 'register', words: ['ลงทะเบียน'], where: 'user', takesRest: true },
    { name: 'invite', words: ['เชิญ', 'เชิญเจ้าหน้าที่'], where: 'user' },
    { name: 'groups', words: ['กลุ่ม', 'ตั้งค่ากลุ่ม'], where: 'user' },
    { name: 'members', words: ['สมาชิก', 'บุคลากร'], where: 'user' },
  ],
  menu: [
    { label: 'กลุ่มไลน์ของหน่วยงาน', says: 'กลุ่ม', for: ['admin'] },
    { label: 'เชิญเจ้าหน้าที่', says: 'เชิญ', for: ['admin'] },
    { label: 'บุคลากรที่ลงทะเบียน', says: 'สมาชิก', for: ['admin'] },
  ],
  accepts: ({ input }) => input.kind === 'followed' || input.kind === 'joined' || input.kind === 'left',
  handle,
};

async function handle(talk: Talk): Promise<Outcome> {
  const { trigger, event, tx } = talk;
  if (trigger.kind === 'input') {
    if (trigger.input.kind === 'joined') return groupJoined(talk);
    if (trigger.input.kind === 'left') return groupLeft(talk);
    // LINE forgets a person's menu when the account is blocked; a member who comes back gets it again.
    const back = event.userId !== undefined && (await memberOf(tx, event.userId)) !== undefined;
    return {
      reply: [say(t.greeting((await officeOf(tx)).name))],
      ...(back ? { work: [showMenu(event.id, event.userId)] } : {}),
    };
  }
  if (trigger.kind === 'cancel') return { reply: [say(t.cancelled)], flow: null };
  if (trigger.kind === 'command' && trigger.name === 'register') return register(talk, trigger.rest);

  // Everything below is the admin's alone, and in 1:1 chat only: group postbacks do not say who pressed.
  const admin = event.chat.kind === 'user' && holds(await memberOf(tx, event.userId), 'admin');
  if (!admin) return { reply: [say(t.notAllowed)], ...(talk.flow ? { flow: null } : {}) };
  if (trigger.kind === 'command') {
    if (trigger.name === 'invite') return startInvite();
    return trigger.name === 'groups' ? listGroups(talk) : listMembers(talk);
  }
  if (trigger.kind === 'answer') {
    return trigger.input.kind === 'text' ? answer(talk, trigger.input.text) : { reply: [say(t.stale)] };
  }
  const { press } = trigger;
  if (press.action === 'answer') {
    return Number(press.values['rev']) === talk.rev && talk.flow
      ? answer(talk, press.values['say'] ?? '')
      : { reply: [say(t.stale)] };
  }
  return press.action.startsWith('group') ? pressGroup(talk, press) : pressMember(talk, press);
}

/** What was typed, or the button pressed, for the open flow. A flow this version does not know ends politely. */
async function answer(talk: Talk, said: string): Promise<Outcome> {
  const invite = inviteFlow.safeParse(talk.flow);
  if (invite.success) return continueInvite(talk, invite.data, said);
  const schedule = scheduleFlow.safeParse(talk.flow);
  if (schedule.success) return setScheduleTime(talk, schedule.data, said);
  const naming = typeof talk.flow === 'object' && talk.flow !== null && 'step' in talk.flow;
  if (naming && talk.flow.step === 'office-name') return nameOffice(talk, said);
  return { reply: [say(t.cancelled)], flow: null };
}
