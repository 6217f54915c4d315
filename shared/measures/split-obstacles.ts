import type { Draft } from './draft.ts';
import { REPORT_TEXT } from './text.ts';

const SUGGESTION = /^(?:[-–—•]\s?)?ข้อเสนอแนะ\s?[:：]?\s?/;

/**
 * A column for both "ปัญหา / ข้อเสนอแนะ" apart: from a paragraph that begins with ข้อเสนอแนะ on it is the suggestion, before
 * it the obstacle; without such a paragraph all of it is the obstacle.
 */
export function splitObstacles(texts: Draft['texts']): Draft['texts'] {
  const both = texts.obstacleAndSuggestion;
  if (both === '') return texts;
  const paragraphs = both.split('\n');
  const at = paragraphs.findIndex((paragraph) => SUGGESTION.test(paragraph));
  const [first = '', ...rest] = at < 0 ? [] : paragraphs.slice(at);
  const suggestion = [first.replace(SUGGESTION, ''), ...rest].filter((text) => text !== '').join('\n');
  // A label with nothing after it suggests nothing.
  if (at < 0 || suggestion === '') return { ...texts, obstacle: both };
  return { ...texts, obstacle: paragraphs.slice(0, at).join('\n'), suggestion };
}

/** The way back: obstacle and suggestion as one cell that reads apart again. */
export function printObstacles(obstacle: string, suggestion: string): string {
  const labelled = suggestion === '' ? '' : `${REPORT_TEXT.suggestionLabel} ${suggestion}`;
  return [obstacle, labelled].filter((text) => text !== '').join('\n');
}
