import { hasActivity } from './activities.ts';
import type { ColumnField } from './columns.ts';
import type { DraftDoubt } from './draft.ts';
import type { Fragment } from './find-fragments.ts';
import { findLeakedHeader } from './leaked-header.ts';
import { leadingMark } from './list-marks.ts';
import type { MeasureField } from './measure.ts';
import { readMonths } from './months.ts';
import { looksLikeUnit } from './owner-units.ts';
import type { ReportRow } from './report-block.ts';
import { nearCopy, sameText } from './similar-text.ts';
import type { DoubtDetail } from './text.ts';

/** The texts of a row, each under the column it belongs to by what it says. */
export interface RowFields {
  readonly texts: Map<ColumnField, string>;
  /** Columns whose cell is one with the cell above. */
  readonly mergedAbove: ReadonlySet<ColumnField>;
  readonly doubts: DraftDoubt[];
}

/** A cell with months in it and nothing much else. */
const PERIOD_CHARS_MAX = 60;

/**
 * Reads a row by its columns, and puts right what recognition moved: all cells one to the left, the activity in the column of
 * its mission or copied into both, a mission in the column of its dimension, header words in front of a text. Whatever is
 * moved or left out is a doubt. Columns without a known name go to the note under their name.
 */
export function readRowFields(row: ReportRow, fragment: Fragment): RowFields {
  const doubts: DraftDoubt[] = [];
  const doubt = (what: DraftDoubt['what'], field: MeasureField | null, detail: DoubtDetail = {}): void => {
    doubts.push({ what, field, where: [row.where], detail });
  };
  const { columns, headers } = fragment;
  const shift = shiftOf(row, columns);
  if (shift !== 0) doubt('shifted-row', null);
  const measureColumn = columns.get('measure') ?? 0;
  const texts = new Map<ColumnField, string>();
  const mergedAbove = new Set<ColumnField>();
  for (const [field, column] of columns) {
    const cell = row.cells[column < measureColumn ? column : column + shift];
    if (cell?.merged === 'above') mergedAbove.add(field);
    const leak = findLeakedHeader(cell?.text ?? '', headers[column] ?? '');
    if (leak) doubt('leaked-header', field === 'result' ? 'result' : 'title', { printed: leak.leaked });
    texts.set(field, leak ? leak.rest : (cell?.text ?? ''));
  }
  if (columns.has('mission') || columns.has('dimension')) {
    // The cell that became the activity by the shift is not the mission as well.
    if (shift < 0) texts.set(columns.has('mission') ? 'mission' : 'dimension', '');
    straightenHeadings(texts, doubt);
  }
  const last = shift < 0 ? (row.cells[Math.max(...columns.values())]?.text ?? '') : '';
  if (last !== '') texts.set('note', [texts.get('note') ?? '', last].filter(Boolean).join('\n'));
  addUnknownColumns(row, fragment, texts);
  return { texts, mergedAbove, doubts };
}

/** -1 when period and owner stand one column to the left of their own, by what the cells say; else 0. */
function shiftOf(row: ReportRow, columns: ReadonlyMap<ColumnField, number>): 0 | -1 {
  const period = columns.get('period');
  const owner = columns.get('owner');
  const measure = columns.get('measure') ?? 0;
  if (period === undefined || owner === undefined || measure === 0 || period < measure || owner < measure)
    return 0;
  const text = (column: number): string => row.cells[column]?.text ?? '';
  const isPeriod = (value: string): boolean =>
    value.length <= PERIOD_CHARS_MAX && readMonths(value, null).length > 0;
  const inPlace = isPeriod(text(period)) || looksLikeUnit(text(owner));
  return !inPlace && isPeriod(text(period - 1)) && looksLikeUnit(text(owner - 1)) ? -1 : 0;
}

type AddDoubt = (what: DraftDoubt['what'], field: MeasureField | null, detail?: DoubtDetail) => void;

function straightenHeadings(texts: Map<ColumnField, string>, doubt: AddDoubt): void {
  straightenMission(texts, doubt);
  const dimension = texts.get('dimension') ?? '';
  if (leadingMark(dimension)?.style !== 'n.n' || (texts.get('mission') ?? '') !== '') return;
  texts.set('dimension', '');
  texts.set('mission', dimension);
  doubt('shifted-row', 'mission');
  straightenMission(texts, doubt);
}

/** An activity, or the heading in front of one, in the column of missions. */
function straightenMission(texts: Map<ColumnField, string>, doubt: AddDoubt): void {
  const get = (field: ColumnField): string => texts.get(field) ?? '';
  const mission = get('mission');
  const levels = leadingMark(mission)?.style === 'n.n' ? (leadingMark(mission)?.numbers.length ?? 0) : 0;
  if (mission !== '' && (hasActivity(mission) || levels > 2)) {
    texts.set('mission', '');
    const measure = get('measure');
    if (measure === '') {
      texts.set('measure', mission);
      doubt('shifted-row', 'title');
    } else if (sameText(mission, measure)) {
      doubt('copied-cell', 'title', { printed: mission });
    } else if (!hasActivity(mission)) {
      texts.set('measure', `${mission}\n${measure}`);
      doubt('shifted-row', 'subtask');
    } else {
      texts.set('measure', mission);
      const copied = nearCopy(measure, get('result'));
      if (!copied) texts.set('result', [measure, get('result')].filter((text) => text !== '').join('\n'));
      doubt(copied ? 'copied-cell' : 'shifted-row', 'result', { printed: measure });
    }
  }
}

function addUnknownColumns(
  row: ReportRow,
  { columns, headers }: Fragment,
  texts: Map<ColumnField, string>,
): void {
  const known = new Set(columns.values());
  const more = row.cells.flatMap(({ text }, column) =>
    text === '' || text === '-' || known.has(column) || !headers[column]
      ? []
      : [`${headers[column]}: ${text}`],
  );
  if (more.length > 0) texts.set('note', [texts.get('note') ?? '', ...more].filter(Boolean).join('\n'));
}
