import { describe, expect, it } from 'vitest';
import type { ColumnAnswer } from '../../../shared/budget/column-answer.ts';
import type { MoneyColumn } from '../../../shared/budget/column-words.ts';
import { readTable } from '../../../shared/budget/read-table.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { sheetOf } from '../../fixtures/budget/sheet-of.ts';

const TODAY = '2026-02-10' as Day;
const sheet = sheetOf([
  ['แผนงาน', 'รายการ', 'งบประมาณตั้งไว้', 'ฎีกา', 'เงินรอตรวจ', 'จำนวนโครงการ', 'ข้อสังเกต'],
  ['การเกษตร', 'ก', '100,000', 25_000, '5,000.00', 3, 'ดี'],
  ['การเกษตร', 'ข', 200_000, '-', null, 2, 'ดี'],
]);

const ask = (columnAnswers: ColumnAnswer[]) => readTable([sheet], { today: TODAY, columnAnswers });

describe('questions about columns', () => {
  it('ask about the first unknown column of money when a sum that matters is missing', () => {
    const result = ask([]);
    expect(result).toMatchObject({
      kind: 'question',
      question: { column: 'D', headerText: 'ฎีกา', missing: 'disbursed', samples: ['25000', '-'] },
    });
    const choices = result.kind === 'question' ? result.question.choices : [];
    expect(choices.map(({ field }) => field)).toContain('disbursed');
    expect(choices.map(({ field }) => field)).not.toContain('approved');
    expect(choices.at(-1)).toEqual({ field: 'other', labelThai: 'ไม่ใช้คอลัมน์นี้' });
  });

  it('end when every column of money is answered, and columns of counts and texts are never asked for', () => {
    const answers: ColumnAnswer[] = [];
    const given: (MoneyColumn | 'other')[] = ['disbursed', 'obligated'];
    let result = ask(answers);
    for (const field of given) {
      if (result.kind !== 'question') throw new Error(result.kind);
      const { headerFingerprint, column } = result.question;
      answers.push({ headerFingerprint, column, field });
      result = ask(answers);
    }
    if (result.kind !== 'read') throw new Error(result.kind);
    expect(result.reading.lines[0]).toMatchObject({
      disbursedSatang: 2_500_000,
      obligatedSatang: 500_000,
      remainingSatang: 7_000_000,
    });
    expect(result.reading.hasSpending).toBe(true);
  });

  it('answered "not needed" leave a list of approved amounts', () => {
    let result = ask([]);
    const answers: ColumnAnswer[] = [];
    while (result.kind === 'question' && answers.length < 5) {
      answers.push({
        headerFingerprint: result.question.headerFingerprint,
        column: result.question.column,
        field: 'other',
      });
      result = ask(answers);
    }
    expect(result).toMatchObject({ kind: 'read', reading: { hasSpending: false } });
  });

  it('are remembered for the same header only', () => {
    const answers = [{ headerFingerprint: '0000000000000000', column: 'D', field: 'disbursed' as const }];
    expect(ask(answers).kind).toBe('question');
  });

  it('without any known or possible column for ตั้งไว้ the file is refused', () => {
    const result = readTable(
      [
        sheetOf([
          ['แผนงาน', 'งาน', 'รายการ', 'เบิกจ่าย'],
          ['การเกษตร', 'ก', 'ข', 5],
        ]),
      ],
      { today: TODAY },
    );
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'no-approved-column' } });
  });

  it('are not asked where หลังโอน stands for ตั้งไว้', () => {
    const rows = [
      ['แผนงาน', 'รายการ', 'โอนเพิ่ม', 'หลังโอน', 'เบิกจ่าย'],
      ['การเกษตร', 'ก', 20, 120, 5],
    ];
    const result = readTable([sheetOf(rows)], { today: TODAY });
    expect(result).toMatchObject({
      kind: 'read',
      reading: { lines: [{ approvedSatang: 10_000, revisedSatang: 12_000 }] },
    });
  });
});
