/**
 * Draws the words of the menus' pictures as outlines: `node --import tsx test/pictures/draw-lettering.ts`, needed after a
 * label was added. Shaped by the browser with Laksaman (Debian's fonts-tlwg-laksaman), whose licence lets documents hold
 * what is drawn with it; read back from the PDF with `pdftocairo` (poppler-utils).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MENU_LABELS } from '../../shared/menus/menu-labels.ts';
import { openBrowser } from '../browser/open-browser.ts';

const run = promisify(execFile);
const OUTPUT = fileURLToPath(new URL('../../shared/menus/lettering.ts', import.meta.url));
const FONT = 'Laksaman';
const FONT_PX = 100;
const LINE_PX = 300;
const POINTS_PER_PX = 0.75;
/** Outlines are written in thousandths of the letter size. */
const SCALE = 1000 / (FONT_PX * POINTS_PER_PX);

interface Glyph {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const folder = await mkdtemp(join(tmpdir(), 'lettering-'));
const browser = await openBrowser();
try {
  const page = await browser.newPage();
  const lines = MENU_LABELS.map((label) => `<div><span>${label}</span></div>`).join('');
  await page.setContent(
    `<style>@page{margin:0}body{margin:0}div{height:${LINE_PX}px;line-height:${LINE_PX}px;white-space:nowrap;font:700 ${FONT_PX}px/${LINE_PX}px '${FONT}'}</style>${lines}`,
  );
  const isThere = await page.evaluate((font) => document.fonts.check(`700 20px '${font}'`), FONT);
  if (!isThere) throw new Error(`the font ${FONT} is missing: install fonts-tlwg-laksaman`);
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('span')].map((span) => span.getBoundingClientRect().width),
  );
  const pdf = join(folder, 'words.pdf');
  await page.pdf({ path: pdf, width: '3000px', height: `${LINE_PX * MENU_LABELS.length}px` });
  const { stdout: fonts } = await run('pdffonts', [pdf]);
  if (!fonts.includes(FONT)) throw new Error(`the words were not drawn with ${FONT}:\n${fonts}`);
  await run('pdftocairo', ['-svg', pdf, join(folder, 'words.svg')]);
  const svg = await readFile(join(folder, 'words.svg'), 'utf8');
  await writeFile(OUTPUT, lettering(svg, widths));
  await run('npx', ['biome', 'check', '--write', OUTPUT]);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

function lettering(svg: string, widths: readonly number[]): string {
  const shapes = new Map(
    [...svg.matchAll(/<symbol[^>]*id="([^"]+)">\s*<path[^>]*\sd="([^"]*)"/g)].map(([, id, d]) => [id, d]),
  );
  const used: Glyph[][] = MENU_LABELS.map(() => []);
  for (const [, id = '', x, y] of svg.matchAll(/<use xlink:href="#([^"]+)" x="([^"]+)" y="([^"]+)"/g)) {
    used[Math.floor(Number(y) / POINTS_PER_PX / LINE_PX)]?.push({ id, x: Number(x), y: Number(y) });
  }
  const entries = MENU_LABELS.map((label, index) => {
    const glyphs = used[index] ?? [];
    const baseLine = mostCommon(glyphs.map(({ y }) => y));
    const path = glyphs.map(({ id, x, y }) => moved(shapes.get(id) ?? '', x, y - baseLine)).join('');
    return `${JSON.stringify(label)}: { width: ${Math.round(((widths[index] ?? 0) * 1000) / FONT_PX)}, path: ${JSON.stringify(path)} },`;
  });
  return `/** The outlines of one label. */
export interface Lettering {
  /** Thousandths of the letter size. */
  readonly width: number;
  /** An SVG path in the same unit; the base line is at 0. */
  readonly path: string;
}

/** The words of the menus' pictures. Made by \`test/pictures/draw-lettering.ts\`; not to be changed by hand. */
export const LETTERING: Readonly<Record<string, Lettering>> = {
${entries.join('\n')}
};
`;
}

/** The shape at its place, in whole units from point to point: short, and the same to the eye. */
function moved(path: string, x: number, y: number): string {
  let at: readonly [number, number] = [0, 0];
  let started: readonly [number, number] = [0, 0];
  let isFirst = true;
  return [...path.matchAll(/([MLCZ])([^MLCZ]*)/g)]
    .map(([, command = '', rest = '']) => {
      if (command === 'Z') {
        at = started;
        return 'z';
      }
      const numbers = rest
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      const points: [number, number][] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        const px = Math.round(((numbers[index] ?? 0) + x) * SCALE);
        points.push([px, Math.round(((numbers[index + 1] ?? 0) + y) * SCALE)]);
      }
      const end = points.at(-1) ?? at;
      const isAbsolute = command === 'M' && isFirst;
      const written = points.flatMap(([px, py]) => (isAbsolute ? [px, py] : [px - at[0], py - at[1]]));
      at = end;
      if (command === 'M') started = end;
      isFirst = false;
      return `${isAbsolute ? 'M' : command.toLowerCase()}${written.join(' ').replaceAll(' -', '-')}`;
    })
    .join('');
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
