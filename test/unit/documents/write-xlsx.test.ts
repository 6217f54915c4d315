import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../bot/documents/write-xlsx.ts';
import { readWorkbook } from '../../../bot/workbook/read-workbook.ts';
import type { ReportDocument } from '../../../shared/documents/report-document.ts';
import { parseMoney, type Satang } from '../../../shared/thai/money.ts';
import type { Sheet } from '../../../shared/workbook/sheet.ts';
import { cellText } from '../../../shared/workbook/sheet.ts';
import { documentOf, partOf, textCell } from './document-of.ts';

async function sheetsOf(document: ReportDocument): Promise<readonly Sheet[]> {
  const read = await readWorkbook(await writeXlsx(document), '');
  if (read.kind === 'refused') throw new Error(read.refusal.code);
  return read.sheets;
}

const tableOf = (...cells: readonly unknown[][]): ReportDocument =>
  documentOf({
    tables: [
      {
        columns: [
          { header: 'รายการ', width: 3 },
          { header: 'จำนวนเงิน', width: 1 },
        ],
        rows: cells.map((each) => ({ kind: 'cells' as const, cells: each as never })),
      },
    ],
  });

describe('a workbook', () => {
  it('never holds a formula, whatever a text begins with', async () => {
    const texts = [
      '=1+1',
      '+66 2',
      '-',
      '-5',
      '@SUM(A1)',
      '=HYPERLINK("http://x","ก")',
      '\t=1',
      '2566',
      'TRUE',
    ];
    const document = tableOf(...texts.map((text) => [textCell(text), textCell('')]));
    const [sheet] = await sheetsOf(document);
    const found = sheet?.rows.slice(-texts.length).map((row) => row[0]);
    expect(found).toEqual(texts.map((text) => ({ kind: 'text', text })));
    const xml = await partOf(await writeXlsx(document), 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('holds amounts as numbers that are read again to the satang', async () => {
    const amounts = [0, 1, 5, 10, 29, 70, 115, 123_456_705, 999_999_999_999].map((each) => each as Satang);
    const document = tableOf(
      ...amounts.map((amountSatang) => [textCell('งบ'), { kind: 'amount', amountSatang }]),
    );
    const [sheet] = await sheetsOf(document);
    const read = sheet?.rows.slice(-amounts.length).map((row) => {
      expect(row[1]?.kind).toBe('number');
      return parseMoney(cellText(row[1]), 'number');
    });
    expect(read).toEqual(amounts);
  });

  it('has title lines above a header that stays in view and is printed on every page, on A4', async () => {
    const bytes = await writeXlsx(documentOf());
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('ySplit="3"');
    expect(xml).toContain('paperSize="9"');
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('fitToWidth="1"');
    const workbook = await partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain("'รายงาน'!$3:$3");
    const [sheet, text] = await sheetsOf(documentOf());
    expect(sheet?.rows.map((row) => cellText(row[0]))).toEqual(['รายงานทดสอบ', '', 'รายการ', 'ทาสี']);
    expect(text?.rows.map((row) => cellText(row[0]))).toEqual(['ตามที่ได้รายงานน้ำท่วมไว้แล้วนั้น']);
    const upright = await writeXlsx(documentOf({ orientation: 'portrait' }));
    expect(await partOf(upright, 'xl/worksheets/sheet1.xml')).toContain('orientation="portrait"');
  });

  it('merges a grouped header, and keeps apart the names of sheets that are alike', async () => {
    const table = {
      heading: 'ราย/เดือน: ๒๕๖๙',
      columns: ['เดือน', 'รับ', 'เสร็จ'].map((header) => ({ header, width: 1 })),
      groups: [
        { header: '', columns: 1 },
        { header: 'จำนวน', columns: 2 },
      ],
      rows: [],
    };
    const sheets = await sheetsOf(documentOf({ tables: [table, table], paragraphs: [] }));
    expect(sheets.map(({ name }) => name)).toEqual(['ราย เดือน  ๒๕๖๙', '2 ราย เดือน  ๒๕๖๙']);
    expect(sheets[0]?.merges).toContainEqual({ fromRow: 3, toRow: 3, fromColumn: 1, toColumn: 2 });
    expect(sheets[0]?.merges).toContainEqual({ fromRow: 3, toRow: 4, fromColumn: 0, toColumn: 0 });
  });

  it('is a sound file with pictures whose captions hold any sign', async () => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const caption = 'ประชุม "๑" <&> \' ก';
    const document = documentOf({ annex: { heading: 'ภาพ', pictures: [{ bytes, caption }] } });
    const sheets = await sheetsOf(document);
    expect(sheets.at(-1)?.name).toBe('ภาพประกอบ');
    expect(cellText(sheets.at(-1)?.rows[0]?.[0])).toBe(caption);
    const drawing = await partOf(await writeXlsx(document), 'xl/drawings/drawing3.xml');
    expect(drawing).toContain('descr="ประชุม &quot;๑&quot; &lt;&amp;&gt;');
  });
});
