import { describe, expect, it } from 'vitest';
import { routes } from '../../../liff/src/routes.ts';
import { menuAlias } from '../../../shared/menus/menu-alias.ts';
import { MENU_LABELS } from '../../../shared/menus/menu-labels.ts';
import { LABEL_MARGIN_PX, labelWidthPx, TILE_COLORS } from '../../../shared/menus/menu-picture.ts';
import { MENU_ORDER, menuRoleOf } from '../../../shared/menus/menu-role.ts';
import { MENU_KEYS, menuRows } from '../../../shared/menus/menus.ts';
import { richMenuOf } from '../../../shared/menus/rich-menu.ts';
import { MAX_AREAS, MENU_SIZE, tilesOf } from '../../../shared/menus/tiles.ts';
import { ROLES } from '../../../shared/people/roles.ts';
import { richMenuErrors } from '../../simulator/line/validation/rich-menu.ts';

const pageUrl = (path: string) => `https://liff.line.me/2000000001-prongsai/${path}`;

describe.each(MENU_KEYS.map((key) => [menuAlias(key), key] as const))('the menu %s', (_alias, key) => {
  const tiles = tilesOf(menuRows(key));

  it('leaves no pixel of its picture out and gives none to two areas', () => {
    const covered = tiles.reduce((sum, { bounds }) => sum + bounds.width * bounds.height, 0);
    expect(covered).toBe(MENU_SIZE.width * MENU_SIZE.height);
    for (const [index, { bounds: one }] of tiles.entries()) {
      expect(one.x + one.width).toBeLessThanOrEqual(MENU_SIZE.width);
      expect(one.y + one.height).toBeLessThanOrEqual(MENU_SIZE.height);
      for (const { bounds: other } of tiles.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('has at most six areas, each with a label that fits into it', () => {
    expect(tiles.length).toBeLessThanOrEqual(MAX_AREAS);
    for (const { area, bounds } of tiles)
      expect(labelWidthPx(area.label), area.label).toBeLessThanOrEqual(bounds.width - 2 * LABEL_MARGIN_PX);
  });

  it('is a rich menu as LINE takes it, with and without a mini-app', () => {
    expect(richMenuErrors({ ...richMenuOf(key, pageUrl), name: menuAlias(key) })).toEqual([]);
    const without = richMenuOf(key, () => undefined);
    expect(richMenuErrors({ ...without, name: menuAlias(key) })).toEqual([]);
    expect(without.areas.some(({ action }) => action.type === 'uri')).toBe(false);
  });

  it('leads a member to the other side and back, and a citizen nowhere else', () => {
    const switches = richMenuOf(key, pageUrl).areas.flatMap(({ action }) =>
      action.type === 'richmenuswitch' ? [action.richMenuAliasId] : [],
    );
    const other = { owner: key.owner, side: key.side === 'own' ? 'citizen' : 'own' } as const;
    expect(switches).toEqual(key.owner === 'citizen' ? [] : [menuAlias(other)]);
  });
});

describe('the menus', () => {
  it('are one for the citizens and two sides for every role, under aliases LINE takes, no two alike', () => {
    const aliases = MENU_KEYS.map(menuAlias);
    expect(new Set(aliases).size).toBe(1 + 2 * ROLES.length);
    expect(aliases).toHaveLength(1 + 2 * ROLES.length);
    for (const role of ROLES) expect(aliases).toContain(menuAlias({ owner: role, side: 'own' }));
    for (const alias of aliases) expect(alias).toMatch(/^[a-z0-9_-]{1,32}$/);
  });

  it('let everybody complain and follow a complaint, an officer from the citizen side too', () => {
    for (const key of MENU_KEYS.filter(({ owner, side }) => owner === 'citizen' || side === 'citizen')) {
      const words = menuRows(key)
        .flat()
        .flatMap(({ action }) => (action.kind === 'say' ? [action.says] : []));
      expect(words).toContain('ร้องเรียน');
      expect(words).toContain('ติดตาม');
    }
  });

  it('open pages that the mini-app has', () => {
    const patterns = routes.map(({ pattern }) => pattern);
    const paths = MENU_KEYS.flatMap((key) => menuRows(key).flat()).flatMap(({ action }) =>
      action.kind === 'page' ? [`/${action.path}`] : [],
    );
    expect(paths).not.toEqual([]);
    for (const path of paths) expect(patterns).toContain(path);
  });

  it('have no label longer than LINE allows a rich menu', () => {
    const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
    for (const label of MENU_LABELS)
      expect([...graphemes.segment(label)].length, label).toBeLessThanOrEqual(20);
  });

  it('go to a person with several roles by one order that knows every role', () => {
    expect([...MENU_ORDER].sort()).toEqual([...ROLES].sort());
    expect(menuRoleOf(['staff', 'admin', 'officer'])).toBe('officer');
    expect(menuRoleOf(['staff', 'executive'])).toBe('executive');
    expect(menuRoleOf([])).toBeUndefined();
  });
});

describe('the colours of the pictures', () => {
  it.each(Object.entries(TILE_COLORS))('have AA contrast: %s', (_name, { ground, drawing }) => {
    const [light = 0, dark = 0] = [luminance(ground), luminance(drawing)].sort((a, b) => b - a);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
