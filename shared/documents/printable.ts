/** What XML 1.0 has no way to write: control characters but tab and line breaks, two non-characters, halves of pairs. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be left out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as a document can hold it: what no XML can write is left out, everything else stays. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
