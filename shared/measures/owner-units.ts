import { squeeze } from '../thai/text.ts';
import { KNOWN_UNITS } from './known-units.ts';
import { leadingMark } from './list-marks.ts';
import type { OwnerUnit } from './measure.ts';

/** What an owner cell names. */
export interface OwnerReading {
  readonly units: readonly OwnerUnit[];
  /** Set when a person should look: others are mentioned that only receive the work, or names had to be cut apart. */
  readonly unsure: boolean;
}

/** Cells name a handful of units; more is a list of everybody. */
const UNITS_MAX = 30;
/** No name of a unit is longer. */
const NAME_CHARS_MAX = 60;
const UNIT_START = '(?:กอง|สำนัก|งาน|ฝ่าย|ศูนย์|หน่วย|ทุก|ส่วน|กลุ่ม|โรงเรียน)';
/** "A ส่งให้ B": A does it, B only receives it. */
const RECEIVED_BY = /\s*(?:ส่งให้|นำส่ง|เสนอต่อ|รายงานต่อ)/;
const SEPARATOR = /[\n,;/]|ร่วมกับ|\sและ\s|และ(?=\s?(?:กอง|สำนัก|งาน|ฝ่าย|ศูนย์))/;
const SECTION_START = /^(?:งาน|ฝ่าย|กลุ่มงาน)/;
const KNOWN = new Set(KNOWN_UNITS);
const STARTS = new RegExp(`^${UNIT_START}`);

/**
 * Reads the units an owner cell names, in order: several per cell, the งาน in brackets as section, spaces inside names
 * ignored ("งาน ตรวจ สอบ ภายใน"). Names written without anything between them are cut apart by the known names. `known` are
 * the office's own names. Empty and "-" name none.
 */
export function readOwnerUnits(printed: string, known: readonly string[] = []): OwnerReading {
  const names = known.length === 0 ? KNOWN : new Set([...KNOWN_UNITS, ...known.map(squeeze)]);
  const text = printed
    .split('\n')
    .map((line) => (line === '-' ? '' : (leadingMark(line)?.rest ?? line)))
    .join('\n');
  const [doing = '', ...received] = text.split(RECEIVED_BY);
  const pieces = splitOutside(doing, names);
  const readings = pieces.slice(0, UNITS_MAX).map((piece) => readPiece(piece, names));
  return {
    units: readings.flatMap((reading) => reading.units),
    unsure: received.length > 0 || readings.some((reading) => reading.unsure),
  };
}

/** An owner list as a cell prints it: one unit per paragraph, sections in brackets. */
export function printOwnerUnits(units: readonly OwnerUnit[]): string {
  return units.map(({ unit, section }) => (section === null ? unit : `${unit} (${section})`)).join('\n');
}

/** True for a short text that begins as names of units do, or is a known one. */
export function looksLikeUnit(text: string): boolean {
  const key = squeeze(text);
  return key.length <= NAME_CHARS_MAX && (KNOWN.has(key) || STARTS.test(key));
}

/** Cuts at separators, but not inside brackets and not inside a known name ("งานนโยบายและแผน"). */
function splitOutside(text: string, names: ReadonlySet<string>): string[] {
  const brackets: string[] = [];
  const masked = text.replace(/\([^()]*\)/g, (inside) => {
    brackets.push(inside);
    return `\ue000${brackets.length - 1}\ue000`;
  });
  return masked
    .split(names.has(squeeze(masked)) ? '\n' : SEPARATOR)
    .map((piece) =>
      piece.replace(/\ue000(\d+)\ue000/g, (_, index: string) => brackets[Number(index)] ?? '').trim(),
    )
    .filter((piece) => piece !== '');
}

function readPiece(piece: string, names: ReadonlySet<string>): OwnerReading {
  const match = /^([^()]*)\(([^()]*)\)[^()]*$/.exec(piece);
  const inside = match?.[2] ?? '';
  const unit = squeeze(match?.[1] ?? '');
  if (!match || unit === '' || squeeze(inside) === '') return readNames(piece, names);
  const sections = inside.split(SEPARATOR).map(squeeze).filter(Boolean);
  return { units: sections.map((section) => ({ unit, section })), unsure: false };
}

function readNames(piece: string, names: ReadonlySet<string>): OwnerReading {
  const key = squeeze(piece);
  if (names.has(key)) return { units: [{ unit: key, section: null }], unsure: false };
  const apart = cutByNames(key, names) ?? cutByWords(piece, names);
  if (!apart || apart.length < 2) return { units: [{ unit: key, section: null }], unsure: false };
  const [first, second, ...more] = apart;
  // "กองคลัง งานพัสดุ" without brackets is one unit and its section.
  if (first && second && more.length === 0 && !SECTION_START.test(first) && SECTION_START.test(second)) {
    return { units: [{ unit: first, section: second }], unsure: true };
  }
  return { units: apart.map((unit) => ({ unit, section: null })), unsure: true };
}

/** The known names of which a text consists, if it consists of nothing else. */
function cutByNames(key: string, names: ReadonlySet<string>): string[] | null {
  const found: string[] = [];
  for (let at = 0; at < key.length; ) {
    let longest = '';
    for (const name of names) if (name.length > longest.length && key.startsWith(name, at)) longest = name;
    if (longest === '' || found.length === UNITS_MAX) return null;
    found.push(longest);
    at += longest.length;
  }
  return found;
}

/** Cuts before a word that begins a unit's name, where what stands before it is a known name. */
function cutByWords(piece: string, names: ReadonlySet<string>): string[] | null {
  const words = piece.split(/\s+/);
  for (let count = 1; count < words.length; count += 1) {
    const before = squeeze(words.slice(0, count).join(''));
    if (before.length > NAME_CHARS_MAX) return null;
    if (names.has(before) && STARTS.test(words[count] ?? ''))
      return [before, squeeze(words.slice(count).join(''))];
  }
  return null;
}
