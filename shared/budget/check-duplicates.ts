import { squeeze } from '../thai/text.ts';
import { AMOUNT_FIELDS, type BudgetLine } from './budget-line.ts';
import { fingerprint } from './fingerprint.ts';
import type { Doubt } from './reading.ts';
import { ACCEPT_LABELS, DOUBTS } from './text.ts';

/** From this many lines two sheets share on, the sheets are in doubt, not each line. */
const SHEET_LINES_MIN = 3;
/** Rows kept with a doubt; the sentence names fewer. */
const MAX_DOUBT_ROWS = 50;

/**
 * Finds lines that name the same thing with the same sums. Lines without any money are left alone: counting them twice changes
 * nothing. Within one sheet each set of equal lines is a doubt; sheets that share several lines are one doubt together.
 */
export function checkDuplicates(lines: readonly BudgetLine[]): Doubt[] {
  const byKey = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (AMOUNT_FIELDS.every((field) => line[field] === 0)) continue;
    const key = lineKey(line);
    const same = byKey.get(key);
    if (same) same.push(line);
    else byKey.set(key, [line]);
  }
  const doubts: Doubt[] = [];
  const shared = new Map<string, { first: BudgetLine; second: BudgetLine; count: number }>();
  for (const same of byKey.values()) {
    const [first] = same;
    if (!first || same.length < 2) continue;
    for (const sheet of new Set(same.map((line) => line.sheet))) {
      const here = same.filter((line) => line.sheet === sheet);
      if (here.length > 1) doubts.push(duplicateLine(here, here[0] ?? first));
      const pair = `${first.sheet}\n${sheet}`;
      const second = here[0];
      if (sheet === first.sheet || !second) continue;
      shared.set(pair, { first, second, count: (shared.get(pair)?.count ?? 0) + 1 });
    }
  }
  for (const { first, second, count } of shared.values()) {
    if (count < SHEET_LINES_MIN) continue;
    doubts.push({
      id: fingerprint(['duplicate-sheet', first.sheet, second.sheet, count]),
      code: 'duplicate-sheet',
      sentence: DOUBTS.duplicateSheet(first.sheet, second.sheet, count),
      acceptLabel: ACCEPT_LABELS['duplicate-sheet'],
      where: { sheet: second.sheet },
    });
  }
  return doubts;
}

function duplicateLine(same: readonly BudgetLine[], first: BudgetLine): Doubt {
  const rows = same.map((line) => line.row);
  return {
    id: fingerprint(['duplicate-line', first.sheet, ...rows, lineKey(first)]),
    code: 'duplicate-line',
    sentence: DOUBTS.duplicateLine(rows, first.item),
    acceptLabel: ACCEPT_LABELS['duplicate-line'],
    where: { sheet: first.sheet, row: rows[1] ?? first.row },
    rows: rows.slice(0, MAX_DOUBT_ROWS),
  };
}

function lineKey(line: BudgetLine): string {
  const names = [
    line.program,
    line.task,
    line.budgetGroup,
    line.category,
    line.subCategory,
    line.item,
    line.unit,
  ];
  return [...names.map((name) => squeeze(name ?? '')), ...AMOUNT_FIELDS.map((field) => line[field])].join(
    '|',
  );
}
