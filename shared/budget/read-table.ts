import { fiscalYearOf, fiscalYearRange } from '../thai/fiscal-year.ts';
import { columnLetter, type Sheet } from '../workbook/sheet.ts';
import { type BudgetLine, sumAmounts } from './budget-line.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkRows } from './check-rows.ts';
import { checkTotals } from './check-totals.ts';
import { type ChosenSheet, chooseSheets } from './choose-sheets.ts';
import { columnQuestion } from './column-question.ts';
import { COLUMN_LABELS } from './column-words.ts';
import { fingerprint } from './fingerprint.ts';
import { ReadRefused } from './read-refused.ts';
import { readSheet } from './read-sheet.ts';
import type { BudgetReading, Doubt, ReadOptions, ReadResult, Warning } from './reading.ts';
import type { SheetTable } from './sheet-table.ts';
import { ACCEPT_LABELS, DOUBTS, REFUSALS, WARNINGS } from './text.ts';
import { MAX_WARNINGS, warnLines } from './warn-lines.ts';

/** A file with more doubts than a person will answer one by one goes back to its sender. */
export const MAX_DOUBTS = 20;

/**
 * Reads a budget out of the sheets of a workbook: finds the table by its header words, leaves out what is not a line, checks every
 * printed total, row and repeated line. The answer is a reading (to be stored only when no doubt is open), one question about a
 * column, or a refusal with one Thai sentence. Bad input never throws. The same sheets and options give the same answer.
 */
export function readTable(sheets: readonly Sheet[], options: ReadOptions): ReadResult {
  try {
    const { chosen, skipped, undated } = chooseSheets(sheets, options.today, options.columnAnswers ?? []);
    for (const { sheet, header } of chosen) {
      const question = columnQuestion(sheet, header);
      if (question) return { kind: 'question', question };
    }
    for (const each of chosen) checkColumns(each);
    const tables = chosen.map(({ sheet, header }) => readSheet(sheet, header));
    const { lines, doubts } = checkTables(tables);
    doubts.push(...undatedDoubts(undated, chosen));
    if (lines.length === 0) throw new ReadRefused('no-lines', REFUSALS.noLines());
    const open = doubts.filter((doubt) => !options.acceptedDoubts?.includes(doubt.id));
    if (open.length > MAX_DOUBTS) {
      throw new ReadRefused(
        'too-many-doubts',
        REFUSALS.tooManyDoubts(open.length, open[0]?.sentence ?? ''),
        open[0]?.where,
      );
    }
    const about = aboutOf(chosen, options);
    const reading: BudgetReading = {
      ...about,
      hasSpending: chosen.some(({ header }) => header.columns.has('disbursed')),
      lines,
      totals: sumAmounts(lines),
      doubts: open,
      warnings: warningsOf(about, chosen, lines),
      skippedSheets: skipped,
      skippedRows: tables.flatMap((table) => table.skippedRows),
    };
    return { kind: 'read', reading };
  } catch (error) {
    if (error instanceof ReadRefused) return { kind: 'refused', refusal: error.refusal };
    // Exact sums throw rather than lose a satang; no real budget comes near.
    if (error instanceof RangeError) {
      return { kind: 'refused', refusal: { code: 'too-large-amount', sentence: REFUSALS.tooLargeSum() } };
    }
    throw error;
  }
}

function checkColumns({ sheet, header }: ChosenSheet): void {
  const { clash, columns } = header;
  if (clash) {
    const [first, second] = clash.columns.map(columnLetter);
    const sentence = REFUSALS.twoColumnsAlike(
      sheet.name,
      first ?? '',
      second ?? '',
      COLUMN_LABELS[clash.field],
    );
    const where = { sheet: sheet.name, row: header.firstRow + 1, ...(second ? { column: second } : {}) };
    throw new ReadRefused('two-columns-alike', sentence, where);
  }
  if (!columns.has('approved') && !columns.has('revised')) {
    const where = { sheet: sheet.name, row: header.firstRow + 1 };
    throw new ReadRefused('no-approved-column', REFUSALS.noApproved(sheet.name), where);
  }
  checkFormulas(sheet, header);
}

function checkTables(tables: readonly SheetTable[]): { lines: BudgetLine[]; doubts: Doubt[] } {
  const lines: BudgetLine[] = [];
  const doubts: Doubt[] = [];
  for (const table of tables) {
    const rows = checkRows(table);
    doubts.push(...checkTotals(table, lines), ...rows.doubts, ...afterTotalDoubts(table));
    lines.push(...rows.lines);
  }
  doubts.push(...checkDuplicates(lines));
  return { lines, doubts };
}

function afterTotalDoubts({ sheet, afterTotal }: SheetTable): Doubt[] {
  if (!afterTotal) return [];
  const where = { sheet: sheet.name, row: afterTotal.lineRow };
  return [
    {
      id: fingerprint(['lines-after-total', sheet.name, afterTotal.totalRow, afterTotal.lineRow]),
      code: 'lines-after-total',
      sentence: DOUBTS.linesAfterTotal(where, afterTotal.totalRow),
      acceptLabel: ACCEPT_LABELS['lines-after-total'],
      where,
    },
  ];
}

function undatedDoubts(undated: readonly Sheet[], chosen: readonly ChosenSheet[]): Doubt[] {
  const year = chosen.find(({ facts }) => facts.fiscalYear !== undefined)?.facts.fiscalYear;
  if (year === undefined) return [];
  return undated.map(({ name }) => ({
    id: fingerprint(['sheet-without-year', name, year]),
    code: 'sheet-without-year',
    sentence: DOUBTS.sheetWithoutYear(name, year),
    acceptLabel: ACCEPT_LABELS['sheet-without-year'],
    where: { sheet: name },
  }));
}

type About = Pick<BudgetReading, 'fiscalYear' | 'fiscalYearGuessed' | 'officeName' | 'asOf'>;

/** The year is the one printed, else that of the printed date, else today's. A date still to come ends a period, not the data. */
function aboutOf(chosen: readonly ChosenSheet[], options: ReadOptions): About {
  const facts = chosen.map((each) => each.facts);
  const printed = facts.find((each) => each.fiscalYear !== undefined)?.fiscalYear;
  const officeName = facts.find((each) => each.officeName !== undefined)?.officeName;
  const lastDay = facts
    .flatMap((each) => each.asOf ?? [])
    .sort()
    .at(-1);
  const asOf = lastDay !== undefined && lastDay <= options.today ? lastDay : undefined;
  return {
    fiscalYear: printed ?? fiscalYearOf(lastDay ?? options.today),
    fiscalYearGuessed: printed === undefined && lastDay === undefined,
    ...(officeName === undefined ? {} : { officeName }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function warningsOf(about: About, chosen: readonly ChosenSheet[], lines: readonly BudgetLine[]): Warning[] {
  const warnings: Warning[] = [];
  if (about.fiscalYearGuessed) {
    warnings.push({ code: 'fiscal-year-guessed', sentence: WARNINGS.fiscalYearGuessed(about.fiscalYear) });
  }
  const { first, last } = fiscalYearRange(about.fiscalYear);
  if (about.asOf !== undefined && (about.asOf < first || about.asOf > last)) {
    warnings.push({
      code: 'as-of-outside-year',
      sentence: WARNINGS.asOfOutsideYear(about.asOf, about.fiscalYear),
    });
  }
  if (chosen.some(({ header }) => !header.columns.has('approved'))) {
    warnings.push({ code: 'approved-derived', sentence: WARNINGS.approvedDerived() });
  }
  warnings.push(...warnLines(lines));
  if (warnings.length <= MAX_WARNINGS) return warnings;
  const more = warnings.length - MAX_WARNINGS + 1;
  return [...warnings.slice(0, MAX_WARNINGS - 1), { code: 'more-warnings', sentence: WARNINGS.more(more) }];
}
