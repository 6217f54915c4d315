import { squeeze } from '../thai/text.ts';
import { leadingMark } from './list-marks.ts';
import type { MeasureStatus } from './measure.ts';

/** The words printed for a status that a person gave. */
export const STATUS_WORDS: Readonly<Record<MeasureStatus, string>> = {
  done: 'ดำเนินการแล้วเสร็จ',
  'in-progress': 'อยู่ระหว่างดำเนินการ',
  'not-started': 'ยังไม่ได้ดำเนินการ',
};

const FORMS: readonly (readonly [MeasureStatus, string])[] = [
  ['not-started', 'ยังไม่(?:ได้|มีการ)?(?:เริ่ม)?ดำเนิน(?:การ|งาน)'],
  ['in-progress', '(?:กำลัง|อยู่(?:ใน)?ระหว่าง(?:การ)?)ดำเนิน(?:การ|งาน)'],
  ['done', '(?:ได้)?ดำเนิน(?:การ|งาน)(?:แล้ว(?:เสร็จ|เรียบร้อย)?|เสร็จ(?:สิ้น|แล้ว|เรียบร้อย)?(?:แล้ว)?|เรียบร้อย(?:แล้ว)?)'],
];
const WHOLE = FORMS.map(([status, form]) => [status, new RegExp(`^${form}$`)] as const);
/** Spaces may stand anywhere inside the words of a scanned text. */
const spaced = (form: string): string => form.replace(/(?<=[ก-๎])(?=[ก-๎])/g, ' ?');
const INSIDE = FORMS.map(
  ([status, form]) =>
    [status, new RegExp(`^${spaced(form)}(?= |-|$)`), new RegExp(`(?:^| )-? ?(${spaced(form)})$`)] as const,
);

/** A status read from a text, the words it was read from, and the rest of the text without them. */
export interface StatusReading {
  readonly status: MeasureStatus;
  readonly printed: string;
  readonly rest: string;
  /** False when the words stand within a longer paragraph: then the rest is the whole text, and a person should look. */
  readonly sure: boolean;
}

/** The status a text says and nothing else, a mark in front allowed; null for any other text. */
export function statusOf(text: string): MeasureStatus | null {
  const mark = leadingMark(text);
  const key = squeeze(mark?.style === 'bullet' ? mark.rest : text).replace(/[.]$/, '');
  return WHOLE.find(([, form]) => form.test(key))?.[0] ?? null;
}

/**
 * Reads the status a result says in words: as its whole text or its first or last paragraph (surely), or as the first or last
 * words of a paragraph (unsurely). Null when it says none: what was done is no status.
 */
export function readStatus(text: string): StatusReading | null {
  const paragraphs = text.split('\n');
  for (const at of new Set([0, paragraphs.length - 1])) {
    const paragraph = paragraphs[at] ?? '';
    const status = statusOf(paragraph);
    if (!status) continue;
    const rest = paragraphs.filter((_, index) => index !== at).join('\n');
    return { status, printed: paragraph, rest, sure: true };
  }
  const first = paragraphs[0] ?? '';
  const last = paragraphs.at(-1) ?? '';
  for (const [status, start, end] of INSIDE) {
    const printed = start.exec(first)?.[0] ?? end.exec(last)?.[1];
    if (printed !== undefined) return { status, printed, rest: text, sure: false };
  }
  return null;
}
