import type { Image, Sheet } from 'write-excel-file/node';
import { printable } from '../../shared/documents/printable.ts';
import type { ReportDocument } from '../../shared/documents/report-document.ts';
import { refuseUnfit, withinSize } from './document-refused.ts';
import { OFFICIAL_FONT } from './docx-fonts.ts';
import { fitPicture } from './fit-picture.ts';
import { documentText } from './text.ts';
import { printOnA4 } from './xlsx-print.ts';
import { SHEET_NAME_UNITS, tableSheet, textSheet } from './xlsx-sheets.ts';

type OneSheet = Sheet<Image['content']>;

const FONT_POINTS = 14;
/** Rows of the annex that one picture and its caption take, and how large it is shown in them. */
const ROWS_PER_PICTURE = 26;
const PICTURE_HEIGHT_PIXELS = 360;
const PICTURE_DPI = 96;
const ANNEX_COLUMN_LETTERS = 70;

/**
 * A report as .xlsx: a sheet for each table with the title above and the header in view, a sheet with introduction and
 * notes, a sheet with the pictures. Amounts and counts are numbers, all else is text. Throws DocumentRefused when the report is
 * past a limit.
 */
export async function writeXlsx(document: ReportDocument): Promise<Buffer> {
  refuseUnfit(document);
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const tables = document.tables.map((table) => tableSheet(document, table));
  const text = textSheet(document);
  const annex = await annexSheet(document);
  const sheets = namedApart([...tables, ...(text ? [text] : []), ...(annex ? [annex] : [])]);
  const options = { fontFamily: OFFICIAL_FONT, fontSize: FONT_POINTS, features: [printOnA4(sheets)] };
  return withinSize(await writeXlsxFile(sheets, options).toBuffer());
}

/** Two sheets of one name are no workbook: later ones get a number in front. */
function namedApart(sheets: readonly OneSheet[]): OneSheet[] {
  return sheets.map((one, index) => {
    const isTaken = sheets.slice(0, index).some(({ sheet }) => sheet === one.sheet);
    return isTaken ? { ...one, sheet: `${index + 1} ${one.sheet}`.slice(0, SHEET_NAME_UNITS) } : one;
  });
}

async function annexSheet({ annex }: ReportDocument): Promise<OneSheet | undefined> {
  if (annex.pictures.length === 0) return undefined;
  const images: Image[] = [];
  const data: OneSheet['data'] = [];
  for (const [nth, { bytes, caption }] of annex.pictures.entries()) {
    const { jpeg, widthPixels, heightPixels } = await fitPicture(bytes);
    const said = printable(caption);
    const row = nth * ROWS_PER_PICTURE;
    data[row] = [{ value: said, type: String, wrap: true }];
    const height = Math.min(PICTURE_HEIGHT_PIXELS, heightPixels);
    images.push({
      content: jpeg,
      contentType: 'image/jpeg',
      width: Math.max(1, Math.round((widthPixels * height) / heightPixels)),
      height,
      dpi: PICTURE_DPI,
      anchor: { row: row + 2, column: 1 },
      title: said,
      description: said,
    });
  }
  const rows = Array.from({ length: data.length }, (_, index) => data[index] ?? []);
  return { sheet: documentText.sheets.annex, columns: [{ width: ANNEX_COLUMN_LETTERS }], data: rows, images };
}
