import { describe, expect, it } from 'vitest';
import { OUTSIDE_BODIES, PUBLIC_BODIES } from '../../../shared/complaints/bodies.ts';
import { CATEGORIES, CATEGORY_IDS, categoryOf, isCategory } from '../../../shared/complaints/categories.ts';
import { completenessOf, ELEMENTS } from '../../../shared/complaints/completeness.ts';
import { BUTTON_GRAPHEMES_MAX, intakeButtonsOf } from '../../../shared/complaints/intake-buttons.ts';
import { STATUSES } from '../../../shared/complaints/statuses.ts';
import * as texts from '../../../shared/complaints/text.ts';
import { graphemes } from '../../../shared/thai/text.ts';
import { atQuestion } from './intake-samples.ts';

/** Every sentence of the folder, with sample numbers where one is put in. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 7)), String(value(0, 7))];
  return value && typeof value === 'object' ? Object.values(value).flatMap(sentences) : [];
}
const all = [...sentences(texts), ...sentences(CATEGORIES), ...sentences(OUTSIDE_BODIES)];

describe('what people read', () => {
  it('fits every button into 20 graphemes', () => {
    const units = ['สำนักปลัดเทศบาล (งานป้องกันและบรรเทาสาธารณภัย)'];
    const buttons = [
      ...intakeButtonsOf(atQuestion('whoUnit'), units).choices,
      ...intakeButtonsOf(atQuestion('category'), units).choices,
      ...intakeButtonsOf(atQuestion('review'), units).choices,
    ];
    const labels = [
      ...buttons,
      ...CATEGORIES,
      ...STATUSES,
      ...OUTSIDE_BODIES,
      ...Object.values(texts.intakeButtons).map((label) => ({ label })),
      { label: texts.welcomeText.begin },
      { label: texts.welcomeText.notNow },
    ];
    for (const { label } of labels) {
      expect(graphemes(label).length, label).toBeLessThanOrEqual(BUTTON_GRAPHEMES_MAX);
    }
  });

  it('never calls the chat anonymous, promises no certainty, shouts at nobody and threatens nobody', () => {
    for (const sentence of all) {
      expect(sentence).not.toMatch(
        /นิรนาม|ไม่ระบุตัวตน|100 ?%|ร้อยเปอร์เซ็นต์|แน่นอน|[!！]|ดำเนินคดี|ความผิด|โทษ(?!ร)|IP|anonymous/,
      );
    }
  });

  it('writes numbers with Arabic digits', () => {
    for (const sentence of all) expect(sentence).not.toMatch(/[๐-๙]/);
    expect(texts.completenessText.meter(5, 7)).toBe('ครบ 5 จาก 7 ข้อที่ทำให้ตรวจสอบได้');
  });

  it('says in four lines what is protected and that LINE can know', () => {
    expect(texts.welcomeText.honestLines).toHaveLength(4);
    expect(texts.welcomeText.honestLines.join()).toContain('LINE รู้ได้');
    expect(texts.welcomeText.kicker).toContain('ปกปิดชื่อ');
  });

  it('names where else to go with the public numbers', () => {
    expect(PUBLIC_BODIES.map(({ label, hotline }) => [label, hotline])).toEqual([
      ['ป.ป.ช.', '1205'],
      ['ป.ป.ท.', '1206'],
      ['ศูนย์ดำรงธรรม', '1567'],
    ]);
  });
});

describe('categories', () => {
  it('are each found by their id, and nothing else is one', () => {
    expect(new Set(CATEGORY_IDS).size).toBe(CATEGORIES.length);
    for (const id of CATEGORY_IDS) {
      expect(isCategory(id)).toBe(true);
      expect(categoryOf(id).id).toBe(id);
    }
    for (const other of ['', 'Graft', '__proto__', 'constructor']) expect(isCategory(other)).toBe(false);
  });
});

describe('the completeness meter', () => {
  it('counts each of the seven elements by itself, in any order', () => {
    const none = completenessOf({ accused: null, pieces: [] });
    expect(none).toEqual({ filled: [], missing: ELEMENTS });
    for (const element of ELEMENTS) {
      const { filled, missing } = completenessOf(
        element === 'whoUnit'
          ? { accused: { kind: 'head' }, pieces: [] }
          : { accused: { kind: 'unknown' }, pieces: [{ field: element }, { field: element }] },
      );
      expect(filled).toEqual([element]);
      expect(missing).toEqual(ELEMENTS.filter((each) => each !== element));
    }
  });

  it('does not count where else it was reported, nor a unit that is not known', () => {
    const { filled } = completenessOf({ accused: { kind: 'unknown' }, pieces: [{ field: 'elsewhere' }] });
    expect(filled).toEqual([]);
  });
});
