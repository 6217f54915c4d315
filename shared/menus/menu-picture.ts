import { ICONS } from './icons.ts';
import { LETTERING } from './lettering.ts';
import type { MenuKey } from './menu.ts';
import { menuRows } from './menus.ts';
import { MENU_SIZE, type Tile, tilesOf } from './tiles.ts';

/** Colours of a tile: its ground, and what is drawn on it. Each pair has a contrast of at least 4.5 to 1 (WCAG AA). */
export const TILE_COLORS = {
  first: { ground: '#04793A', drawing: '#FFFFFF' },
  other: { ground: '#FFFFFF', drawing: '#10402A' },
  switch: { ground: '#DCE8F2', drawing: '#143A5A' },
} as const;

const BACKGROUND = '#E6EEE9';
/** Pixels of the picture; on a phone about a seventh of it remains: letters of 18 points. */
const LETTER_PX = 118;
const ICON_PX = 300;
const GAP_PX = 14;
const CORNER_PX = 44;
/** Between a label and the edges of its tile. */
export const LABEL_MARGIN_PX = 50;
/** Distance between the middle of a tile and the base line of its label, and the middle of its icon. */
const LABEL_BELOW_PX = 232;
const ICON_ABOVE_PX = 96;
const EM = 1000;

/** Width of a label in the picture, px. @throws RangeError for a text nobody drew: `test/pictures/draw-lettering.ts` does. */
export function labelWidthPx(label: string): number {
  return (letters(label).width * LETTER_PX) / EM;
}

/**
 * The picture of a menu as SVG. Its words are outlines and not text, so the same picture comes out on every machine,
 * whatever fonts it has.
 */
export function menuPicture(key: MenuKey): string {
  const { width, height } = MENU_SIZE;
  const tiles = tilesOf(menuRows(key)).map((tile, index) => drawTile(tile, index === 0));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${BACKGROUND}"/>`,
    ...tiles,
    '</svg>',
  ].join('\n');
}

function drawTile({ bounds, area }: Tile, isFirst: boolean): string {
  const look = area.action.kind === 'other-side' ? 'switch' : isFirst ? 'first' : 'other';
  const { ground, drawing } = TILE_COLORS[look];
  const middleX = bounds.x + bounds.width / 2;
  const middleY = bounds.y + bounds.height / 2;
  const icon = `translate(${middleX - ICON_PX / 2} ${middleY - ICON_ABOVE_PX - ICON_PX / 2}) scale(${ICON_PX / 100})`;
  return [
    `<rect x="${bounds.x + GAP_PX}" y="${bounds.y + GAP_PX}" width="${bounds.width - 2 * GAP_PX}" height="${bounds.height - 2 * GAP_PX}" rx="${CORNER_PX}" fill="${ground}"/>`,
    `<g transform="${icon}" fill="none" stroke="${drawing}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round">${ICONS[area.icon]}</g>`,
    drawLabel(area.label, middleX, middleY + LABEL_BELOW_PX, drawing),
  ].join('\n');
}

/** One label, its base line at `y`, centred at `x`. */
export function drawLabel(label: string, x: number, y: number, color: string): string {
  const left = x - labelWidthPx(label) / 2;
  return `<path transform="translate(${left.toFixed(1)} ${y}) scale(${LETTER_PX / EM})" fill="${color}" d="${letters(label).path}"/>`;
}

function letters(label: string) {
  const found = LETTERING[label];
  if (!found) throw new RangeError(`nobody drew the label ${label}`);
  return found;
}
