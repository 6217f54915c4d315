import type { Measure, MeasureField } from './measure.ts';
import type { MeasureDoubt } from './measure-doubt.ts';
import { measureTexts } from './measure-texts.ts';

/** Words that recognition makes of others, met in real reports; null where only the original tells what was meant. */
const SUSPECT_WORDS: readonly (readonly [RegExp, string | null])[] = [
  [/อบรม\.(?=\s?[ก-ฮ])/, 'อบต.'],
  [/รมรงค์/, 'รณรงค์'],
  [/ปิดเบื้อง/, 'ปิดบัง'],
  [/ขณะทำงาน/, 'คณะทำงาน'],
  [/(?<!น)วัฏกรรม/, 'นวัตกรรม'],
  [/ยูนิเวอร์ซิตี/, null],
  [/คณาจารย์/, null],
  [/คุ่มค่า/, 'คุ้มค่า'],
  [/ประมาน/, 'ประมาณ'],
  [/มาตราการ/, 'มาตรการ'],
  [/กาการทุจริต/, 'การทุจริต'],
  [/(?<!แผ่น|แผ่น )พับ(?=[\s,]|$)/, 'แผ่นพับ'],
];
const HEADINGS: readonly MeasureField[] = ['dimension', 'mission', 'subtask'];
/** Letters of neighbouring scripts that look Thai: Lao, Khmer, Myanmar. */
const FOREIGN = /[\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]/u;
const FOREIGN_WORDS: Readonly<Record<string, string>> = { '\u0e21\u0e2d\u0e8d': 'มอบ' };
/** Around a foreign letter so much of the word is shown. */
const FOREIGN_WORD = /[ก-๎]{0,3}[\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f][ก-๎]{0,12}/u;
/** Single letters, or letters with their vowel signs, between spaces, so many in a row, are no words. */
const LETTERS_SPACED = /(?:(?<=^|\s)[ก-๎]{1,3}\s+){4,}[ก-๎]{1,3}(?=\s|$)/;

/**
 * Words that were probably misread, letters of other scripts, and words printed letter by letter: one doubt per word and
 * field, with what was probably meant. A heading over several measures is looked at once. The text itself is never changed.
 */
export function reviewWords(measures: readonly Measure[]): MeasureDoubt[] {
  return measures.flatMap((measure, index) => {
    const before = measures[index - 1];
    const seen = new Set(before ? measureTexts(before).map(({ field, text }) => `${field} ${text}`) : []);
    return measureTexts(measure)
      .filter(({ field, text }) => !HEADINGS.includes(field) || !seen.has(`${field} ${text}`))
      .flatMap(({ field, text }) => doubtsOf(text).map((doubt) => ({ measure: index, field, ...doubt })));
  });
}

function doubtsOf(text: string): Pick<MeasureDoubt, 'what' | 'detail'>[] {
  const doubts: Pick<MeasureDoubt, 'what' | 'detail'>[] = [];
  for (const [word, suggestion] of SUSPECT_WORDS) {
    const printed = word.exec(text)?.[0];
    if (printed === undefined) continue;
    doubts.push({ what: 'word-suspect', detail: withSuggestion(printed, suggestion) });
  }
  const foreign = FOREIGN.test(text) ? FOREIGN_WORD.exec(text)?.[0] : undefined;
  if (foreign !== undefined) {
    const known = Object.entries(FOREIGN_WORDS).find(([word]) => foreign.startsWith(word));
    const suggestion = known ? foreign.replace(known[0], known[1]) : null;
    doubts.push({ what: 'foreign-letter', detail: withSuggestion(foreign, suggestion) });
  }
  const spaced = LETTERS_SPACED.exec(text)?.[0];
  if (spaced !== undefined) {
    doubts.push({
      what: 'letters-spaced',
      detail: { printed: spaced, suggestion: spaced.replace(/\s+/g, '') },
    });
  }
  return doubts;
}

function withSuggestion(
  printed: string,
  suggestion: string | null,
): { printed: string; suggestion?: string } {
  return suggestion === null ? { printed } : { printed, suggestion };
}
