import { generateHpkeBytes } from '../../../bot/sealing/hpke.ts';
import { importPrivateKey, type PrivateKey } from '../../../bot/sealing/opening/private-key.ts';

/** A fresh office key. */
export async function makeKey(): Promise<PrivateKey> {
  return importPrivateKey((await generateHpkeBytes()).privateBytes);
}

/** The same text with one bit of one of its characters changed. */
export function flipBit(text: string, at: number, bit: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
}
