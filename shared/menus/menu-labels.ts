import { MENU_KEYS, menuRows } from './menus.ts';

/** Every text that stands in a picture, once each. */
export const MENU_LABELS: readonly string[] = [
  ...new Set(MENU_KEYS.flatMap((key) => menuRows(key).flat()).map(({ label }) => label)),
];
