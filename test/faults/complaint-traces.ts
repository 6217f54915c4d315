import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Something that must not be found, and what to call it when it is. */
export interface Secret {
  readonly name: string;
  readonly text: string;
}

/** Shorter texts would be found by chance in random bytes. */
const SHORTEST_SECRET = 6;
/** Characters at each end of an encoding that depend on what stands beside the secret. */
const BASE64_EDGE = 4;

/** Looks for every form of every secret in some bytes; the answer names each hit, `where` it was included. */
export function tracesIn(where: string, bytes: Buffer, secrets: readonly Secret[]): readonly string[] {
  return secrets.flatMap(({ name, text }) => {
    if (text.length < SHORTEST_SECRET) throw new RangeError(`too short to be looked for: ${name}`);
    const found = formsOf(text).find(({ pattern }) => bytes.includes(pattern));
    return found ? [`${name} as ${found.form} in ${where}`] : [];
  });
}

/** Looks through every file of a folder, whatever it is. */
export function tracesInFolder(folder: string, secrets: readonly Secret[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const name = relative(folder, path);
    return [
      ...tracesIn(`the name ${name}`, Buffer.from(name), secrets),
      ...tracesIn(name, readFileSync(path), secrets),
    ];
  });
}

/** A receipt code the ways people and programs write it. */
export function codeSecrets(shown: string): readonly Secret[] {
  const digits = shown.replaceAll(' ', '');
  const thai = digits.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
  const groups = (separator: string) => (digits.match(/.{3}/g) ?? []).join(separator);
  return [
    { name: 'code', text: digits },
    { name: 'code with spaces', text: shown },
    { name: 'code with dashes', text: groups('-') },
    { name: 'code in Thai digits', text: thai },
  ];
}

function formsOf(text: string): readonly { readonly form: string; readonly pattern: Buffer }[] {
  const plain = Buffer.from(text, 'utf8');
  const escaped = [...text]
    .map((one) => (one > '~' ? `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}` : one))
    .join('');
  return [
    { form: 'text', pattern: plain },
    { form: 'UTF-16', pattern: Buffer.from(text, 'utf16le') },
    { form: 'escaped JSON', pattern: Buffer.from(escaped) },
    { form: 'percent encoding', pattern: Buffer.from(encodeURIComponent(text)) },
    { form: 'hex', pattern: Buffer.from(plain.toString('hex')) },
    { form: 'upper hex', pattern: Buffer.from(plain.toString('hex').toUpperCase()) },
    ...[0, 1, 2].flatMap((before) => base64Forms(plain, before)),
  ];
}

/** The middle of a base64 text that holds the secret after `before` other bytes: the ends depend on the neighbours. */
function base64Forms(plain: Buffer, before: number) {
  const padded = Buffer.concat([Buffer.alloc(before), plain]);
  return (['base64', 'base64url'] as const).map((form) => ({
    form,
    pattern: Buffer.from(padded.toString(form).slice(BASE64_EDGE, -BASE64_EDGE)),
  }));
}
