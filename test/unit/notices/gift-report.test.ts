import { describe, expect, it } from 'vitest';
import { type GiftContent, giftContentSchema } from '../../../shared/notices/gift-api.ts';
import { giftReport } from '../../../shared/notices/gift-report.ts';
import { currentRound, giftPeriod, giftReportByDay } from '../../../shared/notices/gift-round.ts';
import { type Day, parseDay } from '../../../shared/thai/days.ts';
import { makeFiscalYear } from '../../../shared/thai/fiscal-year.ts';

const year = makeFiscalYear(2026) ?? expect.fail('no year');
const day = (text: string): Day => parseDay(text) ?? expect.fail(text);
const gift = (receivedDay: string, valueSatang: number, more: Partial<GiftContent> = {}): GiftContent => ({
  receivedDay,
  giverKind: 'public',
  giver: 'ชาวบ้าน',
  item: 'ขนม',
  quantity: 1,
  valueSatang,
  occasion: 'ปีใหม่',
  receivedAs: 'office',
  action: 'handed-over',
  ...more,
});

describe('the report of gifts', () => {
  it('has the gifts of its round only, in the order of days, and a total that equals its rows to the satang', () => {
    const gifts = [
      gift('2026-03-31', 10_01),
      gift('2025-10-01', 20_02),
      gift('2026-04-01', 30_03),
      gift('2025-09-30', 1),
    ];
    const half = giftReport({ officeName: 'อบต.ทดสอบ', year, round: '6', gifts, units: [] });
    expect(half.rows.map((row) => [row[0], row[1], row[5]])).toEqual([
      ['1', '1 ต.ค. 2568', '20.02'],
      ['2', '31 มี.ค. 2569', '10.01'],
    ]);
    expect(half.totalText).toBe('รวมทั้งสิ้น 2 ครั้ง มูลค่าโดยประมาณ 30.03 บาท');
    expect(half.titleLines).toEqual([
      'แบบรายงานการรับของขวัญและของกำนัลตามนโยบาย No Gift Policy',
      'จากการปฏิบัติหน้าที่ ของอบต.ทดสอบ',
      'ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน (1 ต.ค. 2568 ถึง 31 มี.ค. 2569)',
    ]);
    expect(half.rows.every((row) => row.length === half.columns.length)).toBe(true);
    const whole = giftReport({ officeName: '', year, round: '12', gifts, units: [] });
    expect(whole.rows).toHaveLength(3);
  });

  it('says that there was nothing, and which units have not said so', () => {
    const units = [
      { unit: 'กองคลัง', state: 'nil' as const },
      { unit: 'กองช่าง', state: 'missing' as const },
    ];
    expect(giftReport({ officeName: '', year, round: '6', gifts: [], units })).toMatchObject({
      rows: [],
      nilText: 'ไม่มีการรับของขวัญ',
      missingUnits: ['กองช่าง'],
    });
  });

  it('knows 3,000 baht and thirty days', () => {
    expect(giftReportByDay(day('2026-01-01'), 300_000)).toBeUndefined();
    expect(giftReportByDay(day('2026-01-01'), 300_001)).toBe('2026-01-31');
  });

  it('speaks of the half year until it is over', () => {
    expect(currentRound(day('2026-03-31')).round).toBe('6');
    expect(currentRound(day('2026-04-01'))).toEqual({ year, round: '12' });
    expect(giftPeriod(year, '6')).toEqual({ first: '2025-10-01', last: '2026-03-31' });
  });

  it('refuses what is no gift, in Thai', () => {
    const wrong = giftContentSchema.safeParse({ ...gift('2026-01-01', 1), quantity: 0 });
    expect(wrong.error?.issues[0]?.message).toBe('จำนวนต้องเป็น 1 ขึ้นไป');
  });
});
