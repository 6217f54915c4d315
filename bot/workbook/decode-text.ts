import { WorkbookRefused } from './workbook-refusal.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** Share of non-ASCII characters that must be Thai before bytes are believed to be Windows-874. */
const THAI_SHARE_MIN = 0.9;

/**
 * The text of a CSV file: UTF-8 with or without byte order mark, UTF-16 with one (Excel's "Unicode text"), else Windows-874
 * (which holds TIS-620), the encoding in which Thai Windows writes CSV. Throws WorkbookRefused 'unknown-encoding' when the
 * bytes make sense in none of them, rather than give replacement characters.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  try {
    return decode('utf-8', bytes);
  } catch {
    const text = decode('windows-874', bytes);
    // Byte values that Windows-874 leaves open decode to C1 controls or to U+FFFD.
    if (/[\u0080-\u009f\ufffd]/.test(text)) throw new WorkbookRefused('unknown-encoding');
    const foreign = text.replace(/[\p{ASCII}\u00a0\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]/gu, '');
    const thai = foreign.replace(/[^\u0e01-\u0e5b]/g, '').length;
    if (thai < foreign.length * THAI_SHARE_MIN) throw new WorkbookRefused('unknown-encoding');
    return text;
  }
}

function decode(encoding: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch (error) {
    throw new WorkbookRefused('unknown-encoding', { cause: error });
  }
}
