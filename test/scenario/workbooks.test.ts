import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoney, satang } from '../../shared/thai/money.ts';
import { openOffice, type TestOffice } from '../simulator/office.ts';
import { furnish, type Staffed } from './furnish.ts';

/** Real budgets, kept beside the repository and not in it; without them these tests are shown as skipped. */
const BUDGETS = fileURLToPath(new URL('../../../shared/data/budgets/', import.meta.url));
const present = existsSync(BUDGETS);
const filesIn = (folder: string) =>
  present ? readdirSync(folder).filter((name) => /\.(xlsx|csv)$/.test(name)) : [];

interface Expected {
  readonly totals: Readonly<Record<string, number>>;
  readonly fiscalYear: number;
}

function expectedOf(file: string): Expected {
  return JSON.parse(
    readFileSync(`${BUDGETS}${file.replace(/\.\w+$/, '')}.expected.json`, 'utf8'),
  ) as Expected;
}

describe.skipIf(!present)('real workbooks, sent in the chat', () => {
  let office: TestOffice;
  let who: Staffed;
  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
  });
  afterAll(() => office.close());

  it.each(filesIn(BUDGETS))(
    '%s is shown, confirmed and asked for with its totals to the satang',
    async (file) => {
      const { totals, fiscalYear } = expectedOf(file);
      const shown = (name: string) => formatMoney(satang(totals[name] ?? 0));
      const first = await who.finance.sends({ name: file, bytes: readFileSync(`${BUDGETS}${file}`) });
      // A file that names no year is asked about, never guessed.
      const asked = first.text.includes('เป็นข้อมูลของปีงบประมาณใด');
      const preview = asked ? await who.finance.says(`${fiscalYear}`) : first;
      expect(preview.text).toContain(`ปีงบประมาณ พ.ศ. ${fiscalYear}`);
      await who.finance.taps('ยืนยัน');
      const summary = await who.citizen.says(`งบ ${fiscalYear}`);
      for (const text of [preview.text, summary.text]) {
        expect(text).toContain(`ตั้งไว้\n${shown('approved')}`);
        if (totals['disbursed'] === undefined) continue;
        expect(text).toContain(`หลังโอน\n${shown('afterTransfer')}`);
        expect(text).toContain(`ผูกพัน\n${shown('obligated')}`);
        expect(text).toContain(`เบิกจ่าย\n${shown('disbursed')}`);
        expect(text).toContain(`คงเหลือ\n${shown('remaining')}`);
      }
    },
  );

  it.each(filesIn(`${BUDGETS}bad/`))('bad/%s gets one clear sentence and changes nothing', async (file) => {
    const before = (await who.citizen.says('งบ')).text;
    const answer = await who.finance.sends({ name: file, bytes: readFileSync(`${BUDGETS}bad/${file}`) });
    expect(answer.messages).toHaveLength(1);
    expect(answer.text).toContain('ยังไม่ได้บันทึกข้อมูลใด ๆ');
    expect((await who.citizen.says('งบ')).text).toBe(before);
    await who.finance.says('ยกเลิก');
  });
});
