import { createHash } from 'node:crypto';
import { toArabicDigits } from '../../shared/thai/digits.ts';

/** Shares that are made, and that are enough: one may be lost or burn, and one alone opens nothing. */
export const SHARES = 3;
export const SHARES_NEEDED = 2;
/** A share of a 32-byte key: 32 bytes and one that says which share it is. */
const SHARE_BYTES = 33;
/** 264 bits as decimal digits, in lines short enough to copy by hand. */
const SHARE_DIGITS = 80;
const LINE_DIGITS = 20;
const LINES = SHARE_DIGITS / LINE_DIGITS;
const GROUP_DIGITS = 5;
const CHECK_DIGITS = 2;
const FINGERPRINT_DIGITS = 40;

/** One recovery share, and the key it belongs to. */
export interface Share {
  /** 1 to 3. */
  readonly number: number;
  /** As `fingerprintOf` gives it: eight groups of five. */
  readonly fingerprint: string;
  readonly bytes: Uint8Array;
}

/** What reading shares found: the shares, or the first thing that is wrong, with the line it is in. */
export type ReadShares =
  | { readonly kind: 'shares'; readonly shares: readonly Share[] }
  | { readonly kind: 'bad-line'; readonly share: number; readonly line: number }
  | { readonly kind: 'bad-share'; readonly share: number };

const HEADING = /ส่วนที่\s*([1-3])/;
const FINGERPRINT = /ลายนิ้วมือ[^\d]*([\d \t]+)/;
const NUMBERED = /^[ \t]*([1-4])[ \t]*\)([\d \t-]+)$/gm;

/**
 * A share as a block of text to print: heading with its number, the key's fingerprint, four numbered lines of twenty
 * digits each with two check digits. Digits only, because anybody can copy, read aloud and type them.
 */
export function writeShare(share: Share): string {
  const digits = BigInt(`0x${Buffer.from(share.bytes).toString('hex')}`)
    .toString()
    .padStart(SHARE_DIGITS, '0');
  const lines = Array.from({ length: LINES }, (_, index) => {
    const part = digits.slice(index * LINE_DIGITS, (index + 1) * LINE_DIGITS);
    const check = lineCheck(share, index + 1, part);
    return `${index + 1}) ${(part.match(new RegExp(`.{${GROUP_DIGITS}}`, 'g')) ?? []).join(' ')} - ${check}`;
  });
  return [
    `===== กุญแจกู้คืน ส่วนที่ ${share.number} จาก ${SHARES} =====`,
    `ลายนิ้วมือกุญแจ: ${share.fingerprint}`,
    ...lines,
    '='.repeat(40),
  ].join('\n');
}

/** Reads every share in a text, in order. Thai digits, other spacing and text around the blocks are fine. */
export function readShares(text: string): ReadShares {
  const blocks = toArabicDigits(text)
    .split(/(?=ส่วนที่\s*[1-3])/)
    .filter((block) => HEADING.test(block));
  const shares: Share[] = [];
  for (const block of blocks) {
    const number = Number(HEADING.exec(block)?.[1]);
    const fingerprint = (FINGERPRINT.exec(block)?.[1] ?? '').replace(/\s/g, '');
    if (fingerprint.length !== FINGERPRINT_DIGITS) return { kind: 'bad-share', share: number };
    const named = { number, fingerprint: fingerprint.match(/.{5}/g)?.join(' ') ?? '' };
    const read = readLines(named, block);
    if (typeof read === 'number') return { kind: 'bad-line', share: number, line: read };
    const value = BigInt(read)
      .toString(16)
      .padStart(SHARE_BYTES * 2, '0');
    if (value.length !== SHARE_BYTES * 2) return { kind: 'bad-share', share: number };
    shares.push({ ...named, bytes: new Uint8Array(Buffer.from(value, 'hex')) });
  }
  return { kind: 'shares', shares };
}

/** The eighty digits, or the number of the first line that is missing or does not fit its check digits. */
function readLines(share: Omit<Share, 'bytes'>, block: string): string | number {
  const found = new Map([...block.matchAll(NUMBERED)].map(([, line, rest]) => [Number(line), rest ?? '']));
  let all = '';
  for (let line = 1; line <= LINES; line += 1) {
    const digits = (found.get(line) ?? '').replace(/\D/g, '');
    const part = digits.slice(0, LINE_DIGITS);
    if (
      digits.length !== LINE_DIGITS + CHECK_DIGITS ||
      digits.slice(LINE_DIGITS) !== lineCheck(share, line, part)
    ) {
      return line;
    }
    all += part;
  }
  return all;
}

/**
 * Two digits over key, share, line and content, as ISO 7064 MOD 97-10 has them: every wrong digit and every swap of
 * neighbours shows, and a line of another share or key almost always.
 */
function lineCheck(share: Omit<Share, 'bytes'>, line: number, digits: string): string {
  const place = createHash('sha256').update(`${share.fingerprint}/${share.number}/${line}`).digest();
  const number = BigInt(`${place.readUInt32BE(0)}${digits}`);
  return String(98n - ((number * 100n) % 97n)).padStart(CHECK_DIGITS, '0');
}
