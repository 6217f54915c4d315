import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editDistance,
  graphemes,
  repairThai,
  squeeze,
  tidy,
  truncate,
  truncateUnits,
} from '../../../shared/thai/text.ts';

/** Thai letters, vowels and marks in any order, with what disturbs them. */
const thaiText = fc
  .array(fc.oneof(fc.integer({ min: 0x0e01, max: 0x0e5b }), fc.constantFrom(0x20, 0xa0, 0x200b, 0x41, 0x301)))
  .map((points) => String.fromCodePoint(...points));

describe('text', () => {
  it('joins nikhahit and sara aa to sara am, wherever the tone mark stands', () => {
    expect(repairThai('ทํา')).toBe('ทำ');
    expect(repairThai('น\u0e4d\u0e49\u0e32')).toBe('น้ำ');
    expect(repairThai('น\u0e49\u0e4d\u0e32')).toBe('น้ำ');
  });

  it('joins two sara e, drops what is invisible and makes exotic spaces plain', () => {
    expect(repairThai('เเผนงาน')).toBe('แผนงาน');
    expect(repairThai('งบ\u200bประมาณ\ufeff')).toBe('งบประมาณ');
    expect(repairThai('งบ\u00a0ลงทุน')).toBe('งบ ลงทุน');
  });

  it('never takes sara am apart', () => {
    expect(repairThai('ประจำปี')).toBe('ประจำปี');
    expect([...repairThai('น้ำ')]).toHaveLength(3);
  });

  it('gives repaired text back unchanged, and always NFC', () => {
    fc.assert(
      fc.property(thaiText, (text) => {
        const repaired = repairThai(text);
        expect(repaired).toBe(repaired.normalize('NFC'));
        expect(repairThai(repaired)).toBe(repaired);
      }),
    );
  });

  it('repairs a text the same whether or not it stands beside one that needs more repair', () => {
    // The second text sends the first one through the whole repair; alone it may be recognised as sound at once.
    fc.assert(
      fc.property(thaiText, (text) => {
        expect(repairThai(`${text} \u200b`)).toBe(`${repairThai(text)} `);
      }),
    );
  });

  it('compares names without white space and shows them with single spaces', () => {
    expect(squeeze(' งาน ตรวจ\n สอบ ')).toBe('งานตรวจสอบ');
    expect(tidy('  กิจการพาณิชย์อื่น  ๆ \n')).toBe('กิจการพาณิชย์อื่น ๆ');
  });

  it('measures edit distance up to a bound', () => {
    expect(editDistance('งบประมาณที่ตั้งไว้', 'งบประมาณที่ต่งไว้', 3)).toBe(2);
    expect(editDistance('เบิกจ่าย', 'เบิกจ่าย', 0)).toBe(0);
    expect(editDistance('โอนเพิ่ม', 'โอนลด', 2)).toBe(3);
    expect(editDistance('', 'งบ', 5)).toBe(2);
  });

  it('counts characters as a reader does', () => {
    expect(graphemes('น้ำใจ')).toEqual(['น้ำ', 'ใ', 'จ']);
    expect(truncate('น้ำใจงาม', 3)).toBe('น้ำใ…');
    expect(truncate('น้ำใจ', 3)).toBe('น้ำใจ');
    expect(truncate('น้ำ', 0)).toBe('');
  });

  it('cuts to UTF-16 units without cutting a character', () => {
    expect(truncateUnits('น้ำน้ำน้ำ', 5)).toBe('น้ำ…');
    expect(truncateUnits('👨‍👩‍👧 ครอบครัว', 4)).toBe('…');
    fc.assert(
      fc.property(thaiText, fc.integer({ min: 1, max: 30 }), (text, max) => {
        const cut = truncateUnits(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });
});
