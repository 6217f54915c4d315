import type { TableCell, TableRow } from 'docx';
import type { DocumentTable } from '../../shared/documents/report-document.ts';
import type { TableStyle } from './docx-table-style.ts';
import { runsOf } from './docx-text.ts';

const HEADER_SHADE = 'EDEDED';

/** The one or two rows of a table's header, marked to be printed again on every page. */
export function headerRows({ columns, groups }: DocumentTable, style: TableStyle): TableRow[] {
  const { docx } = style;
  const row = (children: TableCell[]) => new docx.TableRow({ tableHeader: true, cantSplit: true, children });
  if (!groups) return [row(columns.map(({ header }, column) => headerCell(header, column, 1, style)))];
  let column = 0;
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const group of groups) {
    const isOwn = group.header === '';
    if (!isOwn) upper.push(headerCell(group.header, column, group.columns, style));
    for (const { header } of columns.slice(column, column + group.columns)) {
      if (isOwn) upper.push(headerCell(header, column, 1, style, docx.VerticalMergeType.RESTART));
      lower.push(
        headerCell(
          isOwn ? '' : header,
          column,
          1,
          style,
          isOwn ? docx.VerticalMergeType.CONTINUE : undefined,
        ),
      );
      column += 1;
    }
  }
  return [row(upper), row(lower)];
}

function headerCell(
  text: string,
  column: number,
  span: number,
  { docx, widths, size }: TableStyle,
  verticalMerge?: 'restart' | 'continue',
): TableCell {
  const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(verticalMerge ? { verticalMerge } : {}),
    verticalAlign: docx.VerticalAlign.CENTER,
    shading: { fill: HEADER_SHADE, type: docx.ShadingType.CLEAR, color: 'auto' },
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        keepNext: true,
        children: runsOf(docx, text, { bold: true, size }),
      }),
    ],
  });
}
