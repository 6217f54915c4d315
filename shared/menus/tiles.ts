import type { MenuArea, MenuRows } from './menu.ts';

/** LINE's large format (Messaging API reference, "Requirements for rich menu image"). */
export const MENU_SIZE = { width: 2500, height: 1686 } as const;
/** More areas than this are too small for a thumb. */
export const MAX_AREAS = 6;

/** A rectangle of the picture, in its pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tile {
  readonly bounds: Bounds;
  readonly area: MenuArea;
}

/** Cuts a picture into its areas: no pixel is left out, none belongs to two. Order: row by row. */
export function tilesOf(rows: MenuRows): readonly Tile[] {
  return rows.flatMap((row, rowIndex) => {
    const vertical = part(MENU_SIZE.height, rows.length, rowIndex);
    return row.map((area, index) => {
      const horizontal = part(MENU_SIZE.width, row.length, index);
      const bounds = {
        x: horizontal.from,
        y: vertical.from,
        width: horizontal.length,
        height: vertical.length,
      };
      return { area, bounds };
    });
  });
}

/** One of `parts` parts of a length, in whole pixels; each begins where the one before ends. */
function part(
  whole: number,
  parts: number,
  index: number,
): { readonly from: number; readonly length: number } {
  const from = Math.round((whole * index) / parts);
  return { from, length: Math.round((whole * (index + 1)) / parts) - from };
}
