import { unitKey } from '../../shared/measures/answers-for.ts';
import { ownersOf } from '../../shared/measures/plan-index.ts';
import { dayOf } from '../../shared/thai/days.ts';
import type { Outcome } from '../commit/outcome.ts';
import { bubble, button, COLORS, flex, say, text } from '../line/card.ts';
import { linkedGroup, memberOf } from '../people/read-people.ts';
import type { Member } from '../people/records.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { ChatFeature, Talk } from '../webhook/feature.ts';
import { edits, isOwn } from './access.ts';
import { type PageUrl, summaryCard, unitCard } from './cards.ts';
import { type PlanNow, planNow } from './read-plan.ts';
import { measuresText as t } from './text.ts';

/** The measures in chat: how far every unit is, and what is late. Everything is written in the mini-app. */
export function createMeasuresFeature(pageUrl: PageUrl): ChatFeature {
  return {
    name: 'measures',
    commands: [{ name: 'summary', words: ['มาตรการ', 'มาตรการส่งเสริมคุณธรรม'], where: 'anywhere' }],
    menu: [{ label: t.menu, says: 'มาตรการ', for: 'members' }],
    handle: (talk) => handle(talk, pageUrl),
  };
}

async function handle(talk: Talk, pageUrl: PageUrl): Promise<Outcome> {
  const { event, trigger, tx, nowMs } = talk;
  const member = await memberOf(tx, event.userId);
  // A group that an admin linked is the office's own; of others nothing is said.
  if (event.chat.kind === 'group' && !(await linkedGroup(tx, event.chat.id))) return {};
  if (event.chat.kind === 'user' && !member) return { reply: [say(t.onlyMembers)] };
  const today = dayOf(nowMs);
  const press = trigger.kind === 'button' ? trigger.press : undefined;
  const found = await planNow(tx, today, press === undefined ? undefined : Number(press.values['y']));
  if (!found) return { reply: [noPlan(member, pageUrl)] };
  if (press === undefined) return { reply: [summaryCard(found, today, pageUrl)] };
  if (Number(press.values['r']) !== found.plan.version)
    return { reply: [summaryCard(found, today, pageUrl, t.changed)] };
  return { reply: [viewOf(found, press, member, talk, pageUrl)] };
}

function viewOf(
  found: PlanNow,
  { values }: ButtonPress,
  member: Member | undefined,
  { nowMs }: Talk,
  pageUrl: PageUrl,
) {
  const today = dayOf(nowMs);
  const { index } = found.plan;
  if (values['v'] === 'own') {
    if (!member) return say(t.onlyMembers);
    const lines = found.lines.filter(({ line }) => isOwn(member, ownersOf(index, line)));
    if (lines.length === 0) return say(t.ownNone(member.unit));
    return unitCard(found, { name: member.unit, lines }, today, pageUrl);
  }
  if (values['v'] !== 'unit') return summaryCard(found, today, pageUrl);
  const name = index.units[Number(values['u'])]?.unit ?? '';
  const lines = found.lines.filter(({ line }) =>
    name === ''
      ? line.units.length === 0
      : line.units.some((place) => unitKey(index.units[place]?.unit ?? '') === unitKey(name)),
  );
  return lines.length === 0
    ? summaryCard(found, today, pageUrl)
    : unitCard(found, { name, lines }, today, pageUrl);
}

function noPlan(member: Member | undefined, pageUrl: PageUrl) {
  const uri = pageUrl('measures/plan');
  if (!member || !edits(member) || uri === undefined) return say(t.noPlan);
  return flex(
    t.noPlan,
    bubble({
      title: t.kicker,
      body: [text(t.noPlan, { size: 'sm', color: COLORS.muted, margin: 'md' })],
      buttons: [button({ type: 'uri', label: t.noPlanOpen, uri })],
    }),
  );
}
