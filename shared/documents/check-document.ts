import {
  MAX_DOCUMENT_CELL_CHARS,
  MAX_DOCUMENT_CHARS,
  MAX_DOCUMENT_COLUMNS,
  MAX_DOCUMENT_PARAGRAPHS,
  MAX_DOCUMENT_PICTURES,
  MAX_DOCUMENT_ROWS,
  MAX_PICTURE_BYTES,
  MAX_PICTURES_BYTES,
  MAX_TABLES,
} from './document-limits.ts';
import type { DocumentCell, DocumentRow, DocumentTable, ReportDocument } from './report-document.ts';

/** Why no file is made of a description. `misshapen`: rows, columns or header groups do not fit together. */
export type DocumentProblem =
  | 'too-many-tables'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-much-text'
  | 'too-many-paragraphs'
  | 'too-many-pictures'
  | 'pictures-too-large'
  | 'misshapen';

/** Looks whether a description is whole and within the limits; null when files can be made of it. */
export function checkDocument(document: ReportDocument): DocumentProblem | null {
  const { titleLines, paragraphs, tables, notes, annex } = document;
  if (tables.length > MAX_TABLES) return 'too-many-tables';
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length > MAX_DOCUMENT_ROWS) return 'too-many-rows';
  if (tables.some(({ columns }) => columns.length > MAX_DOCUMENT_COLUMNS)) return 'too-many-columns';
  if (!tables.every(isWhole)) return 'misshapen';
  if ([titleLines, paragraphs, notes.items].some((list) => list.length > MAX_DOCUMENT_PARAGRAPHS))
    return 'too-many-paragraphs';
  const texts = [...titleLines, ...paragraphs, ...notes.items, ...rows.flatMap(textsOf)];
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  if (chars > MAX_DOCUMENT_CHARS || texts.some((text) => text.length > MAX_DOCUMENT_CELL_CHARS))
    return 'too-much-text';
  const sizes = annex.pictures.map(({ bytes }) => bytes.length);
  if (sizes.length > MAX_DOCUMENT_PICTURES) return 'too-many-pictures';
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all > MAX_PICTURES_BYTES || sizes.some((size) => size > MAX_PICTURE_BYTES)) return 'pictures-too-large';
  return null;
}

function isWhole({ columns, groups, rows }: DocumentTable): boolean {
  const width = columns.length;
  const grouped = groups?.reduce((sum, group) => sum + group.columns, 0) ?? width;
  if (width === 0 || grouped !== width || groups?.some((group) => !(group.columns > 0))) return false;
  if (!columns.every((column) => Number.isFinite(column.width) && column.width > 0)) return false;
  return rows.every((row, index) => {
    if (row.kind === 'section') return true;
    // A cell can only be one with a cell that is there.
    const above = rows[index - 1];
    const mayMerge = above?.kind === 'cells';
    return row.cells.length === width && (mayMerge || row.cells.every(({ kind }) => kind !== 'above'));
  });
}

function textsOf(row: DocumentRow): readonly string[] {
  return row.kind === 'section' ? [row.text] : row.cells.map(textOf);
}

function textOf(cell: DocumentCell): string {
  return cell.kind === 'text' ? cell.lines.join('\n') : '';
}
