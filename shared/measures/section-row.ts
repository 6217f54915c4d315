import { squeeze } from '../thai/text.ts';
import type { ColumnField } from './columns.ts';
import { leadingMark } from './list-marks.ts';
import type { ReportRow } from './report-block.ts';

/** A row that only divides the table. */
export interface SectionRow {
  readonly text: string;
  /** False when only its being alone in its row says so. */
  readonly sure: boolean;
}

const SECTION_WORDS = ['ประเด็น', 'แบบวัด', 'มิติ', 'ยุทธศาสตร์', 'ส่วนที่', 'ตอนที่', 'หมวด', 'ด้าน', 'ตัวชี้วัดที่'];
/** Share of the table's width a cell must span to be a divider whatever it says. */
const SPAN_SHARE = 0.6;

/**
 * A section row: one filled cell, the first of its row or one that spans most of the table, and no number of a measure in
 * front of it. Null for every other row. A dimension alone in its own column is no section row but a heading.
 */
export function readSectionRow(row: ReportRow, columns: ReadonlyMap<ColumnField, number>): SectionRow | null {
  const filled = row.cells.filter(({ text, merged }) => text !== '' && merged === undefined);
  const texts = new Set(filled.map(({ text }) => squeeze(text)));
  const first = filled[0];
  if (!first || texts.size !== 1 || /^[-–—]$/.test(first.text)) return null;
  const spanned = row.cells.filter(({ merged }) => merged === 'left').length + filled.length;
  const spans = row.cells.length > 1 && spanned >= row.cells.length * SPAN_SHARE;
  if (spans) return { text: first.text, sure: true };
  if (row.cells[0] !== first || columns.get('dimension') === 0) return null;
  const words = SECTION_WORDS.some((word) => squeeze(first.text).startsWith(word));
  if (words) return { text: first.text, sure: true };
  return leadingMark(first.text) ? null : { text: first.text, sure: false };
}

/**
 * The sections a measure stands under, outermost first. Section rows one below the other nest; a section of a kind already
 * open ("แบบวัด OIT" after "แบบวัด IIT") takes its place, and closes what was inside it.
 */
export function openSection(open: readonly string[], text: string, followsSection: boolean): string[] {
  const kind = kindOf(text);
  const same = open.findIndex((each) => kindOf(each) === kind || squeeze(each) === squeeze(text));
  const known = kind !== 'other';
  if (same >= 0 && (known || !followsSection || squeeze(open[same] ?? '') === squeeze(text))) {
    return [...open.slice(0, same), text];
  }
  return followsSection || known ? [...open, text] : [...open.slice(0, -1), text];
}

function kindOf(text: string): string {
  return SECTION_WORDS.find((word) => squeeze(text).startsWith(word)) ?? 'other';
}
