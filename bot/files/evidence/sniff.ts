import type { ContentType, RefusalReason } from './content-type.ts';
import { CONTENT_TYPES } from './content-type.ts';
import { sniffFrames } from './sniff-audio.ts';
import { sniffBoxes } from './sniff-boxes.ts';
import { sniffZip } from './sniff-zip.ts';
import { zipEnd } from './zip-names.ts';

/** What a file's first bytes say it is. */
export type Sniffed =
  | { readonly kind: 'taken'; readonly contentType: ContentType }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

type Verdict = ContentType | RefusalReason;

/** Text is looked for in this many first bytes. */
const TEXT_BYTES = 1024;

/** First bytes, in hexadecimal, and what they mean. The order does not matter: no one is the beginning of another. */
const SIGNATURES: readonly (readonly [hex: string, verdict: Verdict])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
  ['255044462d', 'application/pdf'],
  ['494433', 'audio/mpeg'],
  ['4f676753', 'audio/ogg'],
  ['2321414d520a', 'audio/amr'],
  ['2321414d522d57420a', 'audio/amr'],
  // Windows, Linux, macOS and Java programs, Windows shortcuts.
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
  ['feedface', 'program'],
  ['feedfacf', 'program'],
  ['cefaedfe', 'program'],
  ['cffaedfe', 'program'],
  ['cafebabe', 'program'],
  ['4c0000000114', 'program'],
  // Word, Excel and PowerPoint before 2007, and Windows installers.
  ['d0cf11e0a1b11ae1', 'old-office'],
  // RAR, 7z, gzip, xz, bzip2, cabinet.
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
  ['fd377a585a00', 'archive'],
  ['425a68', 'archive'],
  ['4d534346', 'archive'],
];

const SCRIPT = /^(#!|<\?php|@echo\b)/i;
const MARKUP = /^(<!--|<!doctype|<\?xml|<(html|head|body|script|svg|iframe|meta|title|xml)\b)/i;
const ZIP = '504b0304';

/**
 * Tells what a file is by its content alone; its name and what the sender said do not count (ASVS 5.0 5.2.2). A file
 * that is taken as it is must not carry a zip archive at its end.
 */
export function sniff(input: Uint8Array): Sniffed {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const verdict = bytes.length === 0 ? 'empty' : judge(bytes);
  if (!isContentType(verdict)) return { kind: 'refused', reason: verdict };
  const isZip = startsWith(bytes, ZIP);
  // Images are re-encoded, which drops whatever follows them; a zip file's end record belongs there.
  const isReencoded = CONTENT_TYPES[verdict].kind === 'image';
  if (!isZip && !isReencoded && zipEnd(bytes) !== -1) return { kind: 'refused', reason: 'two-types' };
  return { kind: 'taken', contentType: verdict };
}

function judge(bytes: Buffer): Verdict {
  if (startsWith(bytes, ZIP)) return sniffZip(bytes);
  const signature = SIGNATURES.find(([hex]) => startsWith(bytes, hex));
  if (signature) return signature[1];
  const riff = bytes.toString('latin1', 0, 4) === 'RIFF' ? bytes.toString('latin1', 8, 12) : '';
  if (riff === 'WEBP') return 'image/webp';
  if (riff === 'WAVE') return 'audio/wav';
  return sniffBoxes(bytes) ?? sniffFrames(bytes) ?? judgeText(bytes);
}

function judgeText(bytes: Buffer): Verdict {
  // The text may be UTF-8 or UTF-16; for ASCII words the zero bytes between are all the difference.
  const start = bytes.toString('latin1', 0, TEXT_BYTES).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const text = start.replaceAll('\0', '').trimStart();
  return SCRIPT.test(text) || MARKUP.test(text) ? 'web-page' : 'unknown-type';
}

function startsWith(bytes: Buffer, hex: string): boolean {
  return bytes.toString('hex', 0, hex.length / 2) === hex;
}

function isContentType(verdict: Verdict): verdict is ContentType {
  return verdict in CONTENT_TYPES;
}
