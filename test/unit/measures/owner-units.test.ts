import { describe, expect, it } from 'vitest';
import { printOwnerUnits, readOwnerUnits } from '../../../shared/measures/owner-units.ts';

const units = (text: string, known?: readonly string[]): string[] =>
  readOwnerUnits(text, known).units.map(({ unit, section }) =>
    section === null ? unit : `${unit}/${section}`,
  );

describe('owner units', () => {
  it.each([
    ['กองคลัง', ['กองคลัง']],
    ['งาน ตรวจ สอบ ภายใน', ['งานตรวจสอบภายใน']],
    ['สำนักปลัด (งาน ธุรการ)', ['สำนักปลัด/งานธุรการ']],
    ['สำนักปลัด (งานธุรการ, งานนิติการ)', ['สำนักปลัด/งานธุรการ', 'สำนักปลัด/งานนิติการ']],
    ['งานนโยบายและแผน', ['งานนโยบายและแผน']],
    ['งานการเงิน และ งานบัญชี', ['งานการเงิน', 'งานบัญชี']],
    ['กองคลัง/กองช่าง\n- สำนักปลัด', ['กองคลัง', 'กองช่าง', 'สำนักปลัด']],
    ['๑. กองคลัง\n๒. กองช่าง', ['กองคลัง', 'กองช่าง']],
    ['งาน ธุรการ งาน การ เงิน', ['งานธุรการ', 'งานการเงิน']],
    ['งาน บริหาร งาน ทั่วไป', ['งานบริหารงานทั่วไป']],
    ['กองคลัง งานพัสดุ', ['กองคลัง/งานพัสดุ']],
    ['กองช่าง งานผังเมืองใหม่', ['กองช่าง/งานผังเมืองใหม่']],
    ['ศูนย์ดูแลสวน', ['ศูนย์ดูแลสวน']],
    ['-', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  it('leaves out who only receives the work, and says so', () => {
    expect(readOwnerUnits('ทุกกองงานส่งให้กองคลัง')).toEqual({
      units: [{ unit: 'ทุกกองงาน', section: null }],
      unsure: true,
    });
  });

  it('cuts names apart that the office knows', () => {
    expect(units('งานสวนงานสนาม')).toEqual(['งานสวนงานสนาม']);
    expect(units('งานสวนงานสนาม', ['งานสวน', 'งานสนาม'])).toEqual(['งานสวน', 'งานสนาม']);
  });

  it('reads what it prints', () => {
    const list = readOwnerUnits('สำนักปลัด (งานธุรการ)\nกองคลัง').units;
    expect(readOwnerUnits(printOwnerUnits(list)).units).toEqual(list);
  });
});
