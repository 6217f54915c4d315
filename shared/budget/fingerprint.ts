import { squeeze } from '../thai/text.ts';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * A short name (16 hex digits) for a list of texts, spaces aside: the same texts give the same name on every machine.
 * FNV-1a: for recognising things again, not for keeping anyone out.
 */
export function fingerprint(texts: readonly (string | number)[]): string {
  let hash = OFFSET;
  for (const character of texts.map((text) => squeeze(String(text))).join('|')) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME) & MASK;
  }
  return hash.toString(16).padStart(16, '0');
}
