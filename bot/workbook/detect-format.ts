import type { WorkbookRefusalCode } from './workbook-refusal.ts';

export type FileFormat = 'zip' | 'text' | WorkbookRefusalCode;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
/** Compound file: the old .xls, and the shell around a password-protected .xlsx. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Streams inside a compound file are named in UTF-16LE. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Excel 2 to 4 wrote bare records without a compound file. */
const BARE_XLS = [Buffer.from([0x09, 0x04, 0x06, 0x00]), Buffer.from([0x09, 0x02, 0x06, 0x00])];
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const SNIFFED_BYTES = 4096;

/**
 * What a file is by its bytes alone: a zip (which may be a workbook), text (which may be CSV), or the code of its refusal.
 * The name of a file and the type its sender declares say nothing reliable.
 */
export function detectFormat(bytes: Buffer): FileFormat {
  if (bytes.length === 0) return 'empty-file';
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return 'zip';
  if (startsWith(bytes, COMPOUND))
    return bytes.includes(ENCRYPTED_STREAM) ? 'password-protected' : 'old-excel';
  if (BARE_XLS.some((start) => startsWith(bytes, start))) return 'old-excel';
  if (UTF16_MARKS.some((mark) => startsWith(bytes, mark))) return 'text';
  const head = bytes.subarray(startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0, SNIFFED_BYTES);
  if (head.some(isBinary)) return 'not-a-workbook';
  const text = head.toString('latin1').trimStart();
  if (text === '' && bytes.length <= SNIFFED_BYTES) return 'empty-file';
  // Web pages and XML tables come with the extension .xls or .xlsx from some systems; PDF and RTF begin as text does.
  return /^(<|%PDF|\{\\rtf)/i.test(text) ? 'not-a-workbook' : 'text';
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Control characters that no text file holds; tab, line feed, form feed and return are its own. */
function isBinary(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1a;
}
