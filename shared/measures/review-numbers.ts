import { toThaiDigits } from '../thai/digits.ts';
import type { Measure } from './measure.ts';
import type { MeasureDoubt } from './measure-doubt.ts';

/**
 * Printed numbers that repeat or skip within their dimension (or within the report where there are none). A repeated number
 * gets the missing one as suggestion when exactly that one is free.
 */
export function reviewNumbers(measures: readonly Measure[]): MeasureDoubt[] {
  const doubts: MeasureDoubt[] = [];
  let before: number | null = null;
  measures.forEach((measure, index) => {
    const { number } = measure;
    const follows = index > 0 && headingOf(measures[index - 1]) === headingOf(measure);
    if (!follows) before = null;
    if (!number) return;
    const expected = before === null ? number.value : before + 1;
    if (number.value < expected) {
      const next = measures[index + 1];
      const free = next?.number?.value === expected + 1 && headingOf(next) === headingOf(measure);
      const suggestion = free ? number.mark.replace(/\p{Nd}+/u, (old) => inDigitsOf(old, expected)) : null;
      const detail = { printed: number.mark, ...(suggestion === null ? {} : { suggestion }) };
      doubts.push({ measure: index, what: 'number-repeated', field: 'number', detail });
      before = free ? expected : number.value;
      return;
    }
    if (number.value > expected) {
      doubts.push({
        measure: index,
        what: 'number-skipped',
        field: 'number',
        detail: { printed: number.mark },
      });
    }
    before = number.value;
  });
  return doubts;
}

function headingOf(measure: Measure | undefined): string {
  return `${measure?.dimension?.mark ?? ''} ${measure?.dimension?.text ?? ''}`;
}

function inDigitsOf(old: string, value: number): string {
  return /[0-9]/.test(old) ? String(value) : toThaiDigits(String(value));
}
