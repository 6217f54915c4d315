const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

export type TextUnit = 'utf16' | 'graphemes';

/** Length of a text in the unit LINE counts this property in ("Character counting in a text"). */
export function textLength(text: string, unit: TextUnit): number {
  if (unit === 'utf16') return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
