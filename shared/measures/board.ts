import { type Satang, sumSatang } from '../thai/money.ts';
import { squeeze } from '../thai/text.ts';
import { unitKey } from './answers-for.ts';
import type { DueState } from './due.ts';
import type { PlanIndex, PlanLine, Standing } from './plan-index.ts';
import { countStatuses, type Progress, type ProgressSettings, progressOf } from './progress.ts';
import { sameText } from './similar-text.ts';

/** A line with how it stands. */
export interface BoardLine {
  readonly line: PlanLine;
  readonly standing: Standing;
  readonly due: DueState;
  readonly daysStill: number;
}

/** The measures under one heading. Name '' gathers those without one. */
export interface BoardGroup {
  readonly name: string;
  readonly progress: Progress;
  readonly late: number;
  readonly still: number;
}

/** Progress of any list of measures. A promised minimum is of the whole plan, so parts are always shares of themselves. */
export function progressOfLines(lines: readonly BoardLine[], settings: ProgressSettings): Progress {
  return progressOf(countStatuses(lines.map(({ standing }) => standing.status)), lines.length, settings);
}

/**
 * Measures by unit. A measure of several units stands under each of them, so the units' counts sum to more than the plan's.
 * Sections belong to their unit.
 */
export function byUnit(
  index: PlanIndex,
  lines: readonly BoardLine[],
  settings: ProgressSettings,
  stillDays: number,
): BoardGroup[] {
  const names = new Map<string, string>();
  const keysOf = ({ line }: BoardLine): string[] =>
    line.units.map((place) => {
      const unit = index.units[place]?.unit ?? '';
      const key = unitKey(unit);
      if (!names.has(key)) names.set(key, unit);
      return key;
    });
  return grouped(lines, keysOf, (key) => names.get(key) ?? '', settings, stillDays);
}

/** Measures by dimension or by indicator, in the plan's order. */
export function byHeading(
  names: readonly string[],
  field: 'dimension' | 'indicator',
  lines: readonly BoardLine[],
  settings: ProgressSettings,
  stillDays: number,
): BoardGroup[] {
  return grouped(
    lines,
    ({ line }) => [String(line[field])],
    (key) => names[Number(key)] ?? '',
    settings,
    stillDays,
  );
}

function grouped(
  lines: readonly BoardLine[],
  keysOf: (line: BoardLine) => readonly string[],
  nameOf: (key: string) => string,
  settings: ProgressSettings,
  stillDays: number,
): BoardGroup[] {
  const groups = new Map<string, BoardLine[]>();
  for (const line of lines) {
    const keys = new Set(keysOf(line));
    for (const key of keys.size > 0 ? keys : ['']) {
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  }
  const ofItself: ProgressSettings = { ...settings, base: 'plan' };
  return [...groups].map(([key, members]) => ({
    name: nameOf(key),
    progress: progressOfLines(members, ofItself),
    late: members.filter(({ due }) => due === 'late').length,
    still: members.filter((one) => one.daysStill >= stillDays).length,
  }));
}

/** Money of the measures that name some. The totals are the sums of these measures' amounts, to the satang (G12). */
export function spendingOf(lines: readonly BoardLine[]): {
  readonly setSatang: Satang;
  readonly usedSatang: Satang;
  readonly lines: readonly BoardLine[];
} {
  const named = lines.filter(
    ({ line, standing }) => line.budgetSet.kind === 'amount' || standing.budgetUsed.kind === 'amount',
  );
  return {
    setSatang: sumSatang(
      named.flatMap(({ line: { budgetSet } }) => (budgetSet.kind === 'amount' ? budgetSet.amountSatang : [])),
    ),
    usedSatang: sumSatang(
      named.flatMap(({ standing: { budgetUsed } }) =>
        budgetUsed.kind === 'amount' ? budgetUsed.amountSatang : [],
      ),
    ),
    lines: named,
  };
}

/** The measures that answer an indicator: those a person named, and those whose own indicator column names it. */
export function answering(
  index: PlanIndex,
  lines: readonly BoardLine[],
  indicator: { readonly name: string; readonly measureIds: readonly string[] },
): BoardLine[] {
  const wanted = squeeze(indicator.name);
  const named = new Set(
    index.indicators.flatMap((text, place) =>
      squeeze(text).includes(wanted) || sameText(text, indicator.name) ? [place] : [],
    ),
  );
  return lines.filter(({ line }) => named.has(line.indicator) || indicator.measureIds.includes(line.id));
}
