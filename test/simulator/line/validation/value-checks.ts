import type { Check } from './report.ts';
import { type TextUnit, textLength } from './text-length.ts';

/** Text of `min` to `max` units, UTF-16 units unless told otherwise ("Character counting in a text"). */
export function text(limits: {
  readonly max: number;
  readonly min?: number;
  readonly unit?: TextUnit;
}): Check {
  const min = limits.min ?? 1;
  return (value, property, report) => {
    if (typeof value !== 'string') return report.add(property, 'must be a string');
    if (min > 0 && value === '') return report.add(property, 'May not be empty');
    // A grapheme is at least one unit, so a short text needs no segmenting.
    if (value.length <= limits.max && value.length >= min && min <= 1) return;
    const length = textLength(value, limits.unit ?? 'utf16');
    const isInside = length >= min && length <= limits.max;
    if (!isInside) report.add(property, `Length must be between 0 and ${limits.max}`);
  };
}

/** A text of a certain form. */
export function matching(form: RegExp, message: string): Check {
  return (value, property, report) => {
    if (typeof value !== 'string' || !form.test(value)) report.add(property, message);
  };
}

export function oneOf(...values: readonly string[]): Check {
  return (value, property, report) => {
    if (typeof value === 'string' && values.includes(value)) return;
    report.add(property, `Must be one of the following values: [${values.join(', ')}]`);
  };
}

export function number(
  limits: { readonly min?: number; readonly max?: number; readonly integer?: boolean } = {},
): Check {
  const min = limits.min ?? Number.NEGATIVE_INFINITY;
  const max = limits.max ?? Number.POSITIVE_INFINITY;
  return (value, property, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return report.add(property, 'must be a number');
    if (limits.integer === true && !Number.isInteger(value))
      return report.add(property, 'must be an integer');
    if (value < min || value > max) report.add(property, `Must be between ${min} and ${max}`);
  };
}

export const boolean: Check = (value, property, report) => {
  if (typeof value !== 'boolean') report.add(property, 'must be a boolean');
};

/** A URL with one of the schemes, at most `max` UTF-16 units, percent-encoded ("About the encoding of a URL"). */
export function url(schemes: readonly string[], max: number): Check {
  const inLimits = text({ max });
  return (value, property, report) => {
    inLimits(value, property, report);
    if (typeof value !== 'string' || value === '') return;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
    if (scheme === undefined || !schemes.includes(scheme)) return report.add(property, 'invalid uri scheme');
    if (!/^[\x21-\x7e]+$/.test(value) || !URL.canParse(value)) report.add(property, 'invalid uri');
  };
}
