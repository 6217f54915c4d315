import { ZipParts } from '../../../bot/workbook/zip-parts.ts';
import type { ReportDocument } from '../../../shared/documents/report-document.ts';

/** A small document; a test changes what it is about. */
export function documentOf(change: Partial<ReportDocument> = {}): ReportDocument {
  return {
    orientation: 'landscape',
    digits: 'thai',
    titleLines: ['รายงานทดสอบ'],
    paragraphs: ['ตามที่ได้รายงานน้ำท่วมไว้แล้วนั้น'],
    tables: [
      {
        columns: [
          { header: 'รายการ', width: 3 },
          { header: 'จำนวนเงิน', width: 1 },
        ],
        rows: [{ kind: 'cells', cells: [textCell('ทาสี'), textCell('-')] }],
      },
    ],
    notes: { heading: 'หมายเหตุ', items: [] },
    annex: { heading: 'ภาพประกอบ', pictures: [] },
    ...change,
  };
}

export function textCell(...lines: string[]): { readonly kind: 'text'; readonly lines: readonly string[] } {
  return { kind: 'text', lines };
}

/** The text of one part of a .docx or .xlsx. */
export async function partOf(bytes: Buffer, name: string): Promise<string> {
  const parts = await ZipParts.open(bytes);
  try {
    let text = '';
    await parts.readText(name, (piece) => {
      text += piece;
    });
    return text;
  } finally {
    parts.close();
  }
}
