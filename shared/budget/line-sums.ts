import { type Satang, satang } from '../thai/money.ts';
import { AMOUNT_FIELDS, type AmountField, type Amounts, type BudgetLine, NO_AMOUNTS } from './budget-line.ts';
import type { GroupColumn } from './column-words.ts';
import { groupKey } from './group-names.ts';

/** The members of one group in the order of the lines, with running sums: `sums[n]` is that of the first n members. */
interface Run {
  readonly indexes: number[];
  readonly sums: Amounts[];
}

/**
 * Sums over any stretch of lines, and over one group within it, at a cost that does not grow with the stretch: a report with a
 * total after every line must not take the square of its length. Throws RangeError past the safe integers.
 */
export class LineSums {
  readonly #lines: readonly BudgetLine[];
  readonly #all: Run = newRun();
  /** By column, and built only for columns of which a total is printed. */
  readonly #runs = new Map<GroupColumn, Map<string, Run>>();

  constructor(lines: readonly BudgetLine[]) {
    this.#lines = lines;
    lines.forEach((line, index) => {
      append(this.#all, index, line);
    });
  }

  /** The sums of the lines from index `start` up to, not including, `end`. */
  span(start: number, end: number): Amounts {
    return between(this.#all, start, end);
  }

  /** The same for the members of a group only; with `ofProgramAt`, only those in the แผนงาน of the line at that index. */
  group(column: GroupColumn, key: string, start: number, end: number, ofProgramAt?: number): Amounts {
    const program = ofProgramAt === undefined ? null : (this.#lines[ofProgramAt]?.program ?? null);
    const run = this.#runsOf(column).get(runName(key, program));
    return run ? between(run, start, end) : NO_AMOUNTS;
  }

  #runsOf(column: GroupColumn): Map<string, Run> {
    const known = this.#runs.get(column);
    if (known) return known;
    const runs = new Map<string, Run>();
    this.#lines.forEach((line, index) => {
      const key = groupKey(column, line[column] ?? '');
      for (const name of [runName(key, null), runName(key, line.program)]) {
        const run = runs.get(name) ?? newRun();
        runs.set(name, run);
        append(run, index, line);
      }
    });
    this.#runs.set(column, runs);
    return runs;
  }
}

function newRun(): Run {
  return { indexes: [], sums: [NO_AMOUNTS] };
}

function append(run: Run, index: number, line: Amounts): void {
  run.indexes.push(index);
  run.sums.push(combine(run.sums.at(-1) ?? NO_AMOUNTS, line, 1));
}

function between(run: Run, start: number, end: number): Amounts {
  const before = run.sums[countBelow(run.indexes, start)] ?? NO_AMOUNTS;
  const upTo = run.sums[countBelow(run.indexes, end)] ?? NO_AMOUNTS;
  return combine(upTo, before, -1);
}

function combine(a: Amounts, b: Amounts, sign: 1 | -1): Amounts {
  const result: Record<AmountField, Satang> = { ...NO_AMOUNTS };
  for (const field of AMOUNT_FIELDS) result[field] = satang(a[field] + sign * b[field]);
  return result;
}

/** How many of the ascending indexes lie below a limit, by halving. */
function countBelow(indexes: readonly number[], limit: number): number {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names hold no line breaks: they were tidied. */
function runName(key: string, program: string | null): string {
  return program === null ? key : `${key}\n${program}`;
}
