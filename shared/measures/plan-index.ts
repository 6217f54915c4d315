import type { Day } from '../thai/days.ts';
import { truncateUnits } from '../thai/text.ts';
import { printItem } from './list-marks.ts';
import type { BudgetCell, Heading, Measure, MeasureStatus, OwnerUnit } from './measure.ts';
import { periodEnd } from './period-end.ts';
import { type Reported, valuesOf } from './reported.ts';

/** What lists and boards need to know of a measure's plan, short: a plan of 1,000 measures stays one document. */
export interface PlanLine {
  readonly id: string;
  readonly number: string;
  /** Cut to {@link TITLE_UNITS}. */
  readonly title: string;
  /** Places in the index's own lists; -1: none. */
  readonly dimension: number;
  readonly indicator: number;
  readonly units: readonly number[];
  /** Units of single steps. */
  readonly stepUnits: readonly number[];
  /** Last day of its period, where one was read for certain. */
  readonly ends: Day | null;
  /** When it came into the plan. */
  readonly planned: Day;
  readonly budgetSet: BudgetCell;
}

export interface PlanIndex {
  readonly units: readonly OwnerUnit[];
  readonly dimensions: readonly string[];
  readonly indicators: readonly string[];
  readonly lines: readonly PlanLine[];
}

/** What changes with every report, of one measure. */
export interface Standing {
  readonly id: string;
  readonly rev: number;
  readonly status: MeasureStatus | null;
  readonly percent: number | null;
  /** Day on which the newest report was sent, and the round it counts for. */
  readonly reportedDay: Day | null;
  readonly reportedMonths: number | null;
  readonly budgetUsed: BudgetCell;
}

/** A measure of a plan as the program keeps it. */
export interface IndexedMeasure {
  readonly id: string;
  readonly measure: Measure;
  readonly stepUnits: readonly (readonly OwnerUnit[] | null)[];
  /** When it came into the plan. */
  readonly plannedDay: Day;
}

export const TITLE_UNITS = 90;
const HEADING_UNITS = 90;
const PRINTED_UNITS = 24;

/** Makes the short form of a plan, in the plan's order. */
export function planIndex(measures: readonly IndexedMeasure[]): PlanIndex {
  const units = new Places<OwnerUnit>(({ unit, section }) => `${unit}\n${section ?? ''}`);
  const dimensions = new Places<string>((text) => text);
  const indicators = new Places<string>((text) => text);
  const lines = measures.map(({ id, measure, stepUnits, plannedDay }): PlanLine => {
    const ofSteps = stepUnits.flatMap((step) => step ?? []);
    return {
      id,
      number: measure.number?.mark ?? '',
      title: truncateUnits(measure.title, TITLE_UNITS),
      dimension: dimensions.optional(headingText(measure.dimension)),
      indicator: indicators.optional(truncateUnits(measure.indicator, HEADING_UNITS)),
      units: [...new Set(measure.units.map((unit) => units.of(unit)))],
      stepUnits: [...new Set(ofSteps.map((unit) => units.of(unit)))],
      ends: periodEnd(measure.periods),
      planned: plannedDay,
      budgetSet: shortCell(measure.budgetSet),
    };
  });
  return { units: units.all, dimensions: dimensions.all, indicators: indicators.all, lines };
}

/** How a measure stands, short. */
export function standingOf(
  { id, measure }: Pick<IndexedMeasure, 'id' | 'measure'>,
  reported: Reported,
  { rev, day, months }: { readonly rev: number; readonly day: Day | null; readonly months: number | null },
): Standing {
  const { status, percent, budgetUsed } = valuesOf(measure, reported);
  return {
    id,
    rev,
    status,
    percent,
    reportedDay: day,
    reportedMonths: months,
    budgetUsed: shortCell(budgetUsed),
  };
}

/** The units that answer for a line: its own and those of its steps. */
export function ownersOf(index: Pick<PlanIndex, 'units'>, line: PlanLine): readonly OwnerUnit[] {
  return [...line.units, ...line.stepUnits].flatMap((place) => index.units[place] ?? []);
}

/** "มิติที่ ๑ …" as printed. */
function headingText(heading: Heading | null): string {
  return heading === null ? '' : truncateUnits(printItem(heading), HEADING_UNITS);
}

function shortCell(cell: BudgetCell): BudgetCell {
  return cell.kind === 'amount' ? cell : { ...cell, printed: truncateUnits(cell.printed, PRINTED_UNITS) };
}

/** Gives each distinct thing one place. */
class Places<T> {
  readonly all: T[] = [];
  readonly #places = new Map<string, number>();
  readonly #keyOf: (thing: T) => string;

  constructor(keyOf: (thing: T) => string) {
    this.#keyOf = keyOf;
  }

  of(thing: T): number {
    const key = this.#keyOf(thing);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }

  /** -1 for what a report leaves empty. */
  optional(thing: T & string): number {
    return thing === '' || thing === '-' ? -1 : this.of(thing);
  }
}
