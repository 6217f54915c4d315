import { toArabicDigits } from '../../shared/thai/digits.ts';
import { fiscalYearFromBuddhist, formatFiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import type { Outcome } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { linkedGroup } from '../people/read-people.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { summaryCard } from './cards.ts';
import { groupCard, itemCard, listCard } from './list-cards.ts';
import { budgetYear } from './read-budget.ts';
import type { BudgetYear } from './records.ts';
import { budgetText as t } from './text.ts';

/** Posts that show what the summary shows. */
const SUMMARY_POSTS = ['budget-update', 'budget-scheduled'];

/** Whether the chat may see the budget: every 1:1 chat, and the groups that an admin linked for it. */
async function maySee(talk: Talk): Promise<'yes' | 'not-subscribed' | 'not-linked'> {
  if (talk.event.chat.kind === 'user') return 'yes';
  const group = await linkedGroup(talk.tx, talk.event.chat.id);
  if (!group) return 'not-linked';
  return group.topics.includes('budget') ? 'yes' : 'not-subscribed';
}

/** `งบ`, `งบ 2568`: the summary card of the newest or the named year. Silent in a group nobody linked. */
export async function showSummary(talk: Talk, rest: string): Promise<Outcome> {
  const may = await maySee(talk);
  if (may === 'not-linked') return {};
  if (may === 'not-subscribed') return { reply: [say(t.noneSubscribed)] };
  const named = /^(?:ปี\s*)?(\d{4})$/.exec(toArabicDigits(rest))?.[1];
  const wanted = named === undefined ? undefined : (fiscalYearFromBuddhist(Number(named)) ?? undefined);
  const year = await budgetYear(talk.tx, wanted);
  if (!year) return { reply: [say(wanted === undefined ? t.none : t.noneOfYear(formatFiscalYear(wanted)))] };
  return {
    reply: [summaryCard(year, talk.nowMs)],
    ...(wanted === undefined ? { covers: SUMMARY_POSTS } : {}),
  };
}

/** A tap on a card. A card made from older figures leads to the newest summary, never to a mixture. */
export async function showView(talk: Talk, press: ButtonPress): Promise<Outcome> {
  const may = await maySee(talk);
  if (may === 'not-linked') return {};
  if (may === 'not-subscribed') return { reply: [say(t.noneSubscribed)] };
  const wanted = makeFiscalYear(Number(press.values['y']));
  const year = wanted === null ? undefined : await budgetYear(talk.tx, wanted);
  if (!year) return { reply: [say(t.none)] };
  if (Number(press.values['r']) !== year.rev) return { reply: [summaryCard(year, talk.nowMs, t.changed)] };
  return { reply: viewOf(year, press, talk.nowMs) };
}

function viewOf(year: BudgetYear, press: ButtonPress, nowMs: number): readonly Message[] {
  const index = Number(press.values['i']);
  const { summary } = year;
  switch (press.values['v']) {
    case 'programs':
    case 'groups':
    case 'slowest':
    case 'largest':
      return listCard(year, press.values['v']);
    case 'program':
      return found(summary.byProgram[index], (one) => groupCard(year, 'programs', one), year, nowMs);
    case 'group':
      return found(summary.byBudgetGroup[index], (one) => groupCard(year, 'groups', one), year, nowMs);
    case 'slow':
      return found(summary.slowest[index], (one) => itemCard(year, 'slowest', one), year, nowMs);
    case 'large':
      return found(summary.largest[index], (one) => itemCard(year, 'largest', one), year, nowMs);
    default:
      return [summaryCard(year, nowMs)];
  }
}

function found<T>(
  one: T | undefined,
  card: (one: T) => Message,
  year: BudgetYear,
  nowMs: number,
): readonly Message[] {
  return [one === undefined ? summaryCard(year, nowMs) : card(one)];
}
