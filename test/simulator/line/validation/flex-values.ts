import type { Check } from './report.ts';
import { matching } from './value-checks.ts';

/** Values of Flex properties ("Flex Message layout" and "Flex Message" components). */
const SPACES = 'none|xs|sm|md|lg|xl|xxl';
const FONT_SIZES = 'xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl';
const PIXELS = String.raw`\d+(?:\.\d+)?px`;
const PERCENT = String.raw`\d+(?:\.\d+)?%`;
const RATIO_SIDE_MAX = 100_000;
const RATIO_HEIGHT_PER_WIDTH_MAX = 3;

function keyword(...forms: readonly string[]): Check {
  return matching(new RegExp(`^(?:${forms.join('|')})$`), 'invalid property');
}

export const flexColor = matching(/^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/, 'invalid color');
export const flexSpace = keyword(SPACES, PIXELS);
export const flexPadding = keyword(SPACES, PIXELS, PERCENT);
/** Offsets may point outwards. */
export const flexOffset = keyword(SPACES, `-?${PIXELS}`, `-?${PERCENT}`);
export const flexLength = keyword(PIXELS, PERCENT);
export const flexBorderWidth = keyword('none|light|normal|medium|semi-bold|bold', PIXELS);
export const flexFontSize = keyword(FONT_SIZES, PIXELS);
export const flexImageSize = keyword(FONT_SIZES, 'full', PIXELS, PERCENT);
export const flexLineSpacing = keyword(PIXELS);
export const flexAngle = keyword(String.raw`(?:[0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9])(?:\.\d+)?deg`);
export const flexPercent = keyword(String.raw`(?:100|\d{1,2}(?:\.\d+)?)%`);

/** `{width}:{height}`, each 1 to 100000, the height at most three times the width. */
export const flexAspectRatio: Check = (value, property, report) => {
  const [, width, height] =
    typeof value === 'string' ? (/^(\d{1,6}(?:\.\d+)?):(\d{1,6}(?:\.\d+)?)$/.exec(value) ?? []) : [];
  const isInside = (side: number) => side >= 1 && side <= RATIO_SIDE_MAX;
  const isRight =
    isInside(Number(width)) &&
    isInside(Number(height)) &&
    Number(height) <= Number(width) * RATIO_HEIGHT_PER_WIDTH_MAX;
  if (!isRight) report.add(property, 'invalid aspect ratio');
};
