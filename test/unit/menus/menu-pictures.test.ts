import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MENU_PNG_MAX_BYTES, menuPng } from '../../../bot/setup/menu-png.ts';
import { plannedMenus } from '../../../bot/setup/planned-menus.ts';
import { LETTERING } from '../../../shared/menus/lettering.ts';
import { menuAlias } from '../../../shared/menus/menu-alias.ts';
import { MENU_LABELS } from '../../../shared/menus/menu-labels.ts';
import { drawLabel, labelWidthPx, menuPicture } from '../../../shared/menus/menu-picture.ts';
import { MENU_KEYS } from '../../../shared/menus/menus.ts';
import { imageFacts } from '../../simulator/line/validation/image-size.ts';
import { isRichMenuSize } from '../../simulator/line/validation/rich-menu.ts';

const SAMPLE = { width: 900, height: 300, base: 200 };

/** The ink of a drawing on white: 1 where it is dark. */
async function inkOf(drawing: string): Promise<Uint8Array> {
  const { width, height } = SAMPLE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${drawing}</svg>`;
  const raw = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  return Uint8Array.from(raw, (value) => (value < 128 ? 1 : 0));
}

const contoursOf = (path: string): readonly string[] => path.split('z').filter((contour) => contour !== '');

/** A missing glyph is a rectangle within a rectangle, one after the other; a tone mark may be one alone. */
const boxesIn = (path: string): number => {
  const isBox = contoursOf(path).map((one) => !one.includes('c') && one.split('l').length === 4);
  return isBox.filter((box, index) => box && isBox[index + 1]).length;
};

const inkCount = (ink: Uint8Array): number => ink.reduce((sum, one) => sum + one, 0);

describe.each(MENU_KEYS.map((key) => [menuAlias(key), key] as const))('the picture of %s', (_alias, key) => {
  it('is what LINE takes', async () => {
    const png = await menuPng(menuPicture(key));
    expect(png.length).toBeLessThanOrEqual(MENU_PNG_MAX_BYTES);
    const facts = imageFacts(png);
    expect(facts?.contentType).toBe('image/png');
    expect(isRichMenuSize(facts?.width ?? 0, facts?.height ?? 0)).toBe(true);
  });

  it('needs no font of the machine', () => {
    expect(menuPicture(key)).not.toMatch(/<text|font/);
  });
});

describe('the words of the pictures', () => {
  it.each(MENU_LABELS)(
    'are drawn, every letter another one than a box for a missing glyph: %s',
    async (label) => {
      const ink = await inkOf(drawLabel(label, SAMPLE.width / 2, SAMPLE.base, '#000000'));
      const empty = await inkOf('');
      expect(inkCount(empty)).toBe(0);
      expect(inkCount(ink)).toBeGreaterThan(20 * label.length);
      const { path = '' } = LETTERING[label] ?? {};
      expect(contoursOf(path).length).toBeGreaterThanOrEqual([...label].length / 2);
      expect(boxesIn(path)).toBe(0);
    },
  );

  it('would show a box for a missing glyph to this test', () => {
    expect(boxesIn('M460 0l-422 0l0-577l422 0zm-26-22l0-533l-371 0l0 533z')).toBe(1);
  });

  it('differ from each other where they differ', async () => {
    const drawn = await Promise.all(
      MENU_LABELS.map((label) => inkOf(drawLabel(label, SAMPLE.width / 2, SAMPLE.base, '#000000'))),
    );
    const prints = new Set(drawn.map((ink) => Buffer.from(ink).toString('base64')));
    expect(prints.size).toBe(MENU_LABELS.length);
  });

  it('refuse a label nobody drew', () => {
    expect(() => labelWidthPx('ป้ายที่ไม่มี')).toThrow(RangeError);
  });
});

describe('the names of the menus on LINE', () => {
  it('stay as long as menu and picture stay, and change with either', () => {
    const url = (base: string) => (path: string) => `https://liff.line.me/${base}/${path}`;
    const names = (base: string) => plannedMenus(url(base)).map(({ name }) => name);
    expect(names('1-a')).toEqual(names('1-a'));
    const changed = names('1-a').filter((name, index) => name !== names('1-b')[index]);
    expect(changed.map((name) => name.split(' ')[0])).toEqual([
      'prongsai-staff',
      'prongsai-officer',
      'prongsai-executive',
    ]);
  });
});
