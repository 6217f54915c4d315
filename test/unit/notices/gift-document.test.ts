import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../../bot/documents/document-format.ts';
import { readWorkbook } from '../../../bot/workbook/read-workbook.ts';
import { checkDocument } from '../../../shared/documents/check-document.ts';
import type { GiftContent, GiftRound } from '../../../shared/notices/gift-api.ts';
import { giftDocument } from '../../../shared/notices/gift-document.ts';
import { makeFiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { parseMoney } from '../../../shared/thai/money.ts';
import { cellText } from '../../../shared/workbook/sheet.ts';
import { partOf } from '../documents/document-of.ts';

const year = makeFiscalYear(2026) ?? expect.fail('no year');
const NOBODY = { name: '', position: '' };
const gift = (receivedDay: string, valueSatang: number, more: Partial<GiftContent> = {}): GiftContent => ({
  receivedDay,
  giverKind: 'private',
  giver: 'บริษัท <ก่อสร้าง> & บุตร',
  item: 'กระเช้า',
  quantity: 3,
  valueSatang,
  occasion: 'ปีใหม่',
  receivedAs: 'person',
  action: 'returned',
  ...more,
});
const made = (gifts: readonly GiftContent[], round: GiftRound = '12') => {
  const document = giftDocument(
    {
      officeName: 'อบต.ทดสอบ',
      year,
      round,
      gifts,
      units: [
        { unit: 'กองคลัง', state: 'nil' },
        { unit: 'กองช่าง', state: 'missing' },
      ],
    },
    NOBODY,
  );
  expect(checkDocument(document)).toBeNull();
  return document;
};
/** The rows of the opened workbook, from the header's to the total's. */
async function tableOf(document: ReturnType<typeof made>): Promise<readonly (readonly string[])[]> {
  const workbook = await readWorkbook(await writeDocument(document, 'xlsx'), '');
  if (workbook.kind === 'refused') throw new Error(workbook.refusal.code);
  const rows = workbook.sheets.flatMap((sheet) => sheet.rows.map((row) => row.map(cellText)));
  const head = rows.findIndex(([first]) => first === 'ที่');
  const total = rows.findIndex((row) => row.includes('รวมทั้งสิ้น'));
  expect(head).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(head);
  return rows.slice(head, total + 1);
}
const satangOf = (text: string | undefined): number => {
  const read = parseMoney(text ?? '', 'number');
  return typeof read === 'number' ? read : expect.fail(`no amount: ${text}`);
};

describe('the gift register as a file', () => {
  it('is a workbook with one row a gift of the round, whose total equals its rows to the satang', async () => {
    const gifts = [gift('2026-03-31', 10_01), gift('2025-10-01', 2_999_999_99), gift('2026-04-01', 30_03)];
    const all = await tableOf(made(gifts));
    const [head, ...rows] = all;
    const total = rows.pop();
    const value = head?.indexOf('มูลค่าโดยประมาณ (บาท)') ?? -1;
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3']);
    expect(rows.map((row) => row[1])).toEqual(['๑ ต.ค. ๒๕๖๘', '๓๑ มี.ค. ๒๕๖๙', '๑ เม.ย. ๒๕๖๙']);
    const sum = rows.reduce((before, row) => before + satangOf(row[value]), 0);
    expect(sum).toBe(gifts.reduce((before, { valueSatang }) => before + valueSatang, 0));
    expect(satangOf(total?.[value])).toBe(sum);
    expect(total).toContain('๓ ครั้ง');
    const half = await tableOf(made(gifts, '6'));
    expect(half).toHaveLength(1 + 2 + 1);
    expect(satangOf(half.at(-1)?.[value])).toBe(3_000_010_00);
  });

  it('is a Word document with what people wrote as they wrote it, and a place to sign', async () => {
    const xml = await partOf(
      await writeDocument(made([gift('2026-01-02', 350_000)]), 'docx'),
      'word/document.xml',
    );
    const text = xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const words of [
      'แบบรายงานการรับของขวัญและของกำนัลตามนโยบาย No Gift Policy',
      'ของอบต.ทดสอบ',
      '๓,๕๐๐.๐๐',
      'บริษัท &lt;ก่อสร้าง&gt; &amp; บุตร (เอกชน)',
      'ส่งคืนผู้ให้',
      'หน่วยงานที่ยังไม่รายงาน',
      'กองช่าง',
      '....',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('กองคลัง');
    expect(text).not.toContain('ไม่มีการรับของขวัญ');
  });

  it('says "ไม่มีการรับของขวัญ" and a total of nothing where there was none', async () => {
    const document = made([gift('2026-05-01', 100)], '6');
    const rows = await tableOf(document);
    expect(rows.flat()).toContain('ไม่มีการรับของขวัญ');
    expect(rows.at(-1)).toContain('๐ ครั้ง');
    const value = rows[0]?.indexOf('มูลค่าโดยประมาณ (บาท)') ?? -1;
    expect(satangOf(rows.at(-1)?.[value])).toBe(0);
    const xml = await partOf(await writeDocument(document, 'docx'), 'word/document.xml');
    expect(xml).toContain('ไม่มีการรับของขวัญ');
  });
});
