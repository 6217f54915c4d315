import type { ColumnQuestion } from '../../shared/budget/column-question.ts';
import type { BudgetDifference } from '../../shared/budget/compare.ts';
import type { BudgetReading, Doubt } from '../../shared/budget/reading.ts';
import { type FiscalYear, formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { formatMoney } from '../../shared/thai/money.ts';
import {
  bubble,
  button,
  COLORS,
  type Component,
  flex,
  press,
  quick,
  row,
  say,
  separator,
  text,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { buttonData } from '../webhook/button.ts';
import { amountRow, asOfLine } from './card-parts.ts';
import { budgetText as t } from './text.ts';

/** Warnings named in full on the card; the rest is counted. */
const WARNINGS_SHOWN = 4;

/** What was read, before anything is stored for good: rows, sums, what differs, what looks odd. */
export function previewCard(
  reading: BudgetReading,
  difference: BudgetDifference | undefined,
  uploadId: string,
  rev: number,
): Message {
  const name = formatFiscalYear(reading.fiscalYear);
  const { totals } = reading;
  const data = (action: string) => buttonData('budget', action, { u: uploadId, rev });
  const small = (content: string) => text(content, { size: 'xs', color: COLORS.muted, margin: 'sm' });
  const sheets = new Set(reading.lines.map((line) => line.sheet)).size;
  return flex(
    t.previewAlt(name),
    bubble({
      kicker: t.previewTitle,
      title: t.yearTitle(name),
      body: [
        text(t.rowsRead(reading.lines.length, sheets), { size: 'sm', margin: 'md' }),
        ...skipped(reading).map(small),
        separator(),
        amountRow(t.approved, totals.approvedSatang, true),
        ...(reading.hasSpending
          ? [
              amountRow(t.revised, totals.revisedSatang),
              amountRow(t.obligated, totals.obligatedSatang),
              amountRow(t.disbursed, totals.disbursedSatang, true),
              amountRow(t.remaining, totals.remainingSatang),
            ]
          : [small(t.noSpending)]),
        asOfLine(reading),
        separator(),
        ...differenceRows(difference),
        ...warnings(reading),
      ],
      buttons: [
        button(press(t.confirm, data('confirm'), t.confirm)),
        button(press(t.cancel, data('cancel'), t.cancel), 'secondary'),
      ],
    }),
  );
}

function skipped(reading: BudgetReading): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of reading.skippedRows) {
    if (kind !== 'blank') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const parts = [...counts].map(([kind, count]) => `${t.skippedKinds[kind] ?? kind} ${t.rowsOf(count)}`);
  const sheets = reading.skippedSheets.map(({ sheet, sentence }) => `${t.sheetNotRead(sheet)}: ${sentence}`);
  return [...(parts.length > 0 ? [t.rowsSkipped(parts.join(', '))] : []), ...sheets.slice(0, WARNINGS_SHOWN)];
}

function differenceRows(difference: BudgetDifference | undefined): readonly Component[] {
  const line = (content: string) => text(content, { size: 'sm', margin: 'sm' });
  if (!difference) return [line(t.firstUpload)];
  const { addedCount, removedCount, changedCount, totalsDelta } = difference;
  if (addedCount + removedCount + changedCount === 0) return [line(t.sameAsCurrent)];
  const delta = totalsDelta.disbursedSatang;
  return [
    text(t.difference, { size: 'sm', weight: 'bold' }),
    line(t.differenceLines(addedCount, removedCount, changedCount)),
    ...(delta === 0 ? [] : [line(t.differenceDisbursed(`${delta > 0 ? '+' : ''}${formatMoney(delta)}`))]),
  ];
}

function warnings(reading: BudgetReading): readonly Component[] {
  const all = reading.warnings;
  if (all.length === 0) return [];
  const shown = all.slice(0, WARNINGS_SHOWN);
  return [
    row([text(t.warnings(all.length), { size: 'sm', weight: 'bold', color: COLORS.amber })], {
      margin: 'lg',
    }),
    ...shown.map(({ sentence }) => text(sentence, { size: 'xs', margin: 'sm' })),
    ...(all.length > shown.length
      ? [text(t.moreWarnings(all.length - shown.length), { size: 'xs', color: COLORS.muted, margin: 'sm' })]
      : []),
  ];
}

/** "คอลัมน์ไหนคือ เบิกจ่าย": one column, its first cells, and what it could be. */
export function columnQuestionMessage(question: ColumnQuestion, rev: number): Message {
  return say(
    t.askColumn(question.sheet, question.column, question.headerText, question.samples.join(', ')),
    question.choices.map(({ labelThai }, n) =>
      quick(labelThai, buttonData('budget', 'column', { rev, n }), labelThai),
    ),
  );
}

/** "เป็นของปีงบประมาณใด": this year, last year, next year, or typed. */
export function yearQuestionMessage(guess: FiscalYear, rev: number): Message {
  const years = [guess, guess - 1, guess + 1].map((year) => formatFiscalYear(year as FiscalYear));
  return say(
    t.askYear,
    years.map((year) => quick(year, buttonData('budget', 'year', { rev, y: year }))),
  );
}

/** Something only a person can decide, with the two ways out. */
export function doubtMessage(doubt: Doubt, rev: number): Message {
  return flex(
    doubt.sentence,
    bubble({
      kicker: t.doubtKicker,
      title: t.doubtTitle,
      body: [
        text(doubt.sentence, { size: 'sm', margin: 'md' }),
        text(t.notStored, { size: 'xs', color: COLORS.muted, margin: 'md' }),
      ],
      buttons: [
        button(press(doubt.acceptLabel, buttonData('budget', 'accept', { rev }), doubt.acceptLabel)),
        button(press(t.fixFile, buttonData('budget', 'cancel', { rev }), t.fixFile), 'secondary'),
      ],
    }),
  );
}
