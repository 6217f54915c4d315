import { walkXml } from './walk-xml.ts';
import { MAX_CELL_CHARS, MAX_SHARED_STRINGS, MAX_SHEETS, MAX_STYLES } from './workbook-limits.ts';
import { WorkbookRefused } from './workbook-refusal.ts';
import type { ZipParts } from './zip-parts.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly sharedStrings: readonly string[];
  /** For each cell style: does it show its number as a date? */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904 instead of 1900 (old Macintosh files). */
  readonly from1904: boolean;
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

/**
 * Finds the sheets, shared strings and styles of an .xlsx by its relations, as the format (ECMA-376) asks, not by usual names.
 * Throws WorkbookRefused when the zip is no workbook or is incomplete.
 */
export async function readWorkbookParts(parts: ZipParts): Promise<WorkbookParts> {
  const top = parts.has('_rels/.rels')
    ? await readRelations(parts, '_rels/.rels', '')
    : new Map<string, Relation>();
  const main = byType(top, '/officeDocument') ?? 'xl/workbook.xml';
  if (!main.endsWith('workbook.xml') || !parts.has(main)) throw new WorkbookRefused(otherKind(parts));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relations = await readRelations(parts, relationsPart, folder);
  const { sheets, from1904 } = await readSheetList(parts, main, relations);
  const strings = byType(relations, '/sharedStrings');
  const styles = byType(relations, '/styles');
  return {
    sheets,
    from1904,
    sharedStrings: strings ? await readSharedStrings(parts, strings) : [],
    dateStyles: styles ? await readDateStyles(parts, styles) : [],
  };
}

function otherKind(parts: ZipParts): 'other-spreadsheet' | 'not-a-workbook' {
  return parts.has('xl/workbook.bin') || (parts.has('content.xml') && parts.has('mimetype'))
    ? 'other-spreadsheet'
    : 'not-a-workbook';
}

function byType(relations: ReadonlyMap<string, Relation>, ending: string): string | undefined {
  for (const relation of relations.values()) if (relation.type.endsWith(ending)) return relation.target;
  return undefined;
}

async function readRelations(parts: ZipParts, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await walkXml(parts, part, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      relations.set(attribute('Id') ?? '', {
        target: target.startsWith('/')
          ? target.slice(1)
          : new URL(target, `zip:/${folder}`).pathname.slice(1),
        type: attribute('Type') ?? '',
      });
    },
  });
  return relations;
}

async function readSheetList(
  parts: ZipParts,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await walkXml(parts, part, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute('r:id') ?? attribute('id') ?? '');
      // Chart sheets stand in the same list and hold no cells.
      if (!relation?.type.endsWith('/worksheet')) return;
      if (sheets.length >= MAX_SHEETS) throw new WorkbookRefused('too-many-cells');
      const state = attribute('state') ?? 'visible';
      sheets.push({
        name: attribute('name') ?? '',
        part: relation.target,
        hidden: state !== 'visible',
      });
    },
  });
  if (sheets.length === 0) throw new WorkbookRefused('damaged-file');
  return { sheets, from1904 };
}

async function readSharedStrings(parts: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await walkXml(parts, part, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText && text.length < MAX_CELL_CHARS) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name !== 'si') return;
      if (strings.length >= MAX_SHARED_STRINGS) throw new WorkbookRefused('too-many-cells');
      strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** Control characters are written "_x000D_" inside workbook text. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Built-in number formats that show dates: 14-22, 45-47, and the Thai and East Asian ones (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58) || (id >= 71 && id <= 81);
}

async function readDateStyles(parts: ZipParts, part: string): Promise<boolean[]> {
  const ownDates = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await walkXml(parts, part, {
    open(name, attribute) {
      if (name === 'cellXfs') inCellFormats = true;
      const id = Number(attribute('numFmtId') ?? 0);
      if (name === 'numFmt') ownDates.set(id, isDatePattern(attribute('formatCode') ?? ''));
      if (name !== 'xf' || !inCellFormats) return;
      if (styles.length >= MAX_STYLES) throw new WorkbookRefused('too-many-cells');
      styles.push(ownDates.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** A pattern shows a date when it still has a day and a year or month letter without its quoted and bracketed parts. */
function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[dmyb]/.test(bare) && !/[#0?]/.test(bare);
}
