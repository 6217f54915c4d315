import { toArabicDigits } from '../../shared/thai/digits.ts';
import { formatFiscalYear, makeFiscalYear, type Quarter } from '../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { quick, say } from '../line/card.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { Talk } from '../webhook/feature.ts';
import type { BudgetFlow } from './flow.ts';
import { budgetYear } from './read-budget.ts';
import { type BudgetYear, budgetYears } from './records.ts';
import { budgetText as t } from './text.ts';

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
const HUNDRED_PERCENT = 100_00;

/** `เป้าหมาย`: asks for the quarter, then for the share of the year's budget to be paid by its end. */
export async function startTarget(talk: Talk): Promise<Outcome> {
  const year = await budgetYear(talk.tx);
  if (!year) return { reply: [say(t.none)] };
  const choices = QUARTERS.map((quarter) =>
    quick(t.quarter(quarter), buttonData('budget', 'quarter', { rev: talk.nextRev, q: quarter })),
  );
  return {
    reply: [say(t.askQuarter(formatFiscalYear(year.fiscalYear)), choices)],
    flow: { step: 'target-quarter', fiscalYear: year.fiscalYear } satisfies BudgetFlow,
  };
}

/** The quarter, pressed or typed. */
export function chooseQuarter(flow: Extract<BudgetFlow, { step: 'target-quarter' }>, said: string): Outcome {
  const digit = /[1-4]/.exec(toArabicDigits(said))?.[0];
  const quarter = QUARTERS.find((one) => String(one) === digit);
  if (!quarter) return { reply: [say(t.askQuarter(String(flow.fiscalYear + 543)))] };
  return {
    reply: [say(t.askTarget(quarter))],
    flow: { step: 'target-percent', fiscalYear: flow.fiscalYear, quarter } satisfies BudgetFlow,
  };
}

/** The share, typed. Zero takes the target away. */
export async function saveTarget(
  talk: Talk,
  flow: Extract<BudgetFlow, { step: 'target-percent' }>,
  said: string,
): Promise<Outcome> {
  const hundredths = parsePercent(said);
  if (hundredths === null) return { reply: [say(t.targetWrong)] };
  const fiscalYear = makeFiscalYear(flow.fiscalYear);
  const year = fiscalYear === null ? undefined : await budgetYear(talk.tx, fiscalYear);
  const quarter = QUARTERS.find((one) => one === flow.quarter);
  if (!year || !quarter) return { reply: [say(t.none)], flow: null };
  const targets: BudgetYear['targets'] = { ...year.targets, [quarter]: hundredths };
  if (hundredths === 0) delete (targets as Partial<Record<Quarter, number>>)[quarter];
  return {
    reply: [
      say(hundredths === 0 ? t.targetRemoved(quarter) : t.targetSaved(quarter, formatPercent(hundredths))),
    ],
    flow: null,
    writes: [set(ref(budgetYears, String(year.fiscalYear)), { ...year, targets, rev: year.rev + 1 })],
    audit: [
      {
        actor: { kind: 'member', userId: talk.event.userId ?? '-' },
        action: 'budget.target-set',
        subject: String(year.fiscalYear),
        detail: { quarter, hundredths },
      },
    ],
  };
}

/** "32", "32.5", "ร้อยละ ๓๒.๕๐", "32%" to hundredths of a percent; null outside 0 to 100 or with finer decimals. */
function parsePercent(said: string): number | null {
  const plain = toArabicDigits(said).replace(/ร้อยละ|เปอร์เซ็นต์|[%\s]/g, '');
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return hundredths <= HUNDRED_PERCENT ? hundredths : null;
}
