import { action } from './actions.ts';
import { array, object, type Rule, required } from './object-checks.ts';
import { type ErrorDetail, Report } from './report.ts';
import { boolean, number, text } from './value-checks.ts';

const WIDTH_MIN = 800;
const WIDTH_MAX = 2_500;
const HEIGHT_MIN = 250;
const RATIO_MIN = 1.45;
const AREAS_MAX = 20;
const NAME_MAX = 300;
const CHAT_BAR_TEXT_MAX = 14;

/** "Requirements for rich menu image", also those of the `size` object. */
export function isRichMenuSize(width: number, height: number): boolean {
  return width >= WIDTH_MIN && width <= WIDTH_MAX && height >= HEIGHT_MIN && width / height >= RATIO_MIN;
}

const sizeFits: Rule = (size, property, report) => {
  if (!isRichMenuSize(Number(size['width']), Number(size['height']))) report.add(property, 'invalid size');
};

const pixels = required(number({ min: 0, integer: true }));
const sides = { width: pixels, height: pixels };
const area = object({
  bounds: required(object({ x: pixels, y: pixels, ...sides })),
  action: required(action('richMenu')),
});

const richMenu = object({
  size: required(object(sides, sizeFits)),
  selected: required(boolean),
  name: required(text({ max: NAME_MAX, unit: 'graphemes' })),
  chatBarText: required(text({ max: CHAT_BAR_TEXT_MAX, unit: 'graphemes' })),
  areas: required(array(area, { max: AREAS_MAX })),
});

/** What is wrong with a rich menu object ("Rich menu object"). */
export function richMenuErrors(body: unknown): readonly ErrorDetail[] {
  const report = new Report();
  richMenu(body, '', report);
  return report.details;
}
