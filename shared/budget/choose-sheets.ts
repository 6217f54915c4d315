import type { Day } from '../thai/days.ts';
import { type FiscalYear, fiscalYearOf } from '../thai/fiscal-year.ts';
import { squeeze } from '../thai/text.ts';
import { cellText, type Sheet } from '../workbook/sheet.ts';
import type { ColumnAnswer } from './column-answer.ts';
import { findHeader, type TableHeader } from './find-header.ts';
import { ReadRefused } from './read-refused.ts';
import type { SkippedSheet } from './reading.ts';
import { REFUSALS, SKIPPED_SHEETS } from './text.ts';
import { type TitleFacts, titleFacts, yearOfSheetName } from './title-facts.ts';

/** A sheet whose lines are read, with its header and what its title says. */
export interface ChosenSheet {
  readonly sheet: Sheet;
  readonly header: TableHeader;
  readonly facts: TitleFacts;
}

const SUMMARY_NAME = /สรุป|summary|รวมยอด|แดชบอร์ด|dashboard/i;

/**
 * Picks the sheets that hold the lines of one fiscal year: hidden sheets, sheets without a table, summaries (no รายการ or หมวด
 * column, or named so beside another table) and other years are left out, each with its reason. When the workbook holds several
 * years, the current one is read if it is there, else the latest; `undated` are chosen sheets that name no year beside others that
 * do. Throws ReadRefused when nothing is left.
 */
export function chooseSheets(
  sheets: readonly Sheet[],
  today: Day,
  answers: readonly ColumnAnswer[],
): { chosen: ChosenSheet[]; skipped: SkippedSheet[]; undated: Sheet[] } {
  const skipped: SkippedSheet[] = [];
  const skip = (sheet: Sheet, reason: Exclude<SkippedSheet['reason'], 'other-year'>): void => {
    skipped.push({ sheet: sheet.name, reason, sentence: SKIPPED_SHEETS[reason](sheet.name) });
  };
  const tables: ChosenSheet[] = [];
  const summaries: Sheet[] = [];
  for (const sheet of sheets) {
    if (sheet.rows.every((row) => row.every((cell) => cell === null))) skip(sheet, 'empty');
    else if (sheet.hidden) skip(sheet, 'hidden');
    else {
      const header = findHeader(sheet, answers);
      if (!header) skip(sheet, 'no-table');
      else if (!isDetailed(header)) summaries.push(sheet);
      else tables.push({ sheet, header, facts: factsOf(sheet, header) });
    }
  }
  const detailed = tables.filter(({ sheet }) => !SUMMARY_NAME.test(squeeze(sheet.name)));
  const kept = detailed.length > 0 ? detailed : tables;
  for (const sheet of [
    ...summaries,
    ...tables.filter((each) => !kept.includes(each)).map((each) => each.sheet),
  ]) {
    skip(sheet, 'summary');
  }
  const year = yearToRead(kept, today);
  const chosen = kept.filter(({ facts }) => year === undefined || (facts.fiscalYear ?? year) === year);
  for (const { sheet, facts } of kept) {
    if (year === undefined || facts.fiscalYear === undefined || facts.fiscalYear === year) continue;
    const sentence = SKIPPED_SHEETS['other-year'](sheet.name, facts.fiscalYear);
    skipped.push({ sheet: sheet.name, reason: 'other-year', sentence });
  }
  if (chosen.length === 0) {
    throw summaries.length > 0
      ? new ReadRefused('no-detail', REFUSALS.noDetail())
      : new ReadRefused('no-table', REFUSALS.noTable());
  }
  const undated = year === undefined ? [] : chosen.filter(({ facts }) => facts.fiscalYear === undefined);
  return { chosen, skipped, undated: undated.map(({ sheet }) => sheet) };
}

function isDetailed(header: TableHeader): boolean {
  return (['item', 'subCategory', 'category'] as const).some((column) => header.columns.has(column));
}

function factsOf(sheet: Sheet, header: TableHeader): TitleFacts {
  const titles = sheet.rows
    .slice(0, header.firstRow)
    .map((row) => row.map(cellText).filter(Boolean).join(' '));
  const facts = titleFacts(titles);
  const named = yearOfSheetName(sheet.name);
  return facts.fiscalYear || !named ? facts : { ...facts, fiscalYear: named };
}

function yearToRead(tables: readonly ChosenSheet[], today: Day): FiscalYear | undefined {
  const years = tables.flatMap(({ facts }) => facts.fiscalYear ?? []);
  const current = fiscalYearOf(today);
  if (years.includes(current)) return current;
  return years.length > 0 ? (Math.max(...years) as FiscalYear) : undefined;
}
