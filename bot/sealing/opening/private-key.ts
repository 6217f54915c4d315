import { type HpkePair, importHpkePair, publicBytesOf } from '../hpke.ts';
import { type PublicKey, publicKeyOf } from '../public-key.ts';
import { SealingError } from '../sealing-error.ts';

/**
 * An office's private key, ready to open with; its bytes cannot be taken out again. This folder is for the programs
 * that read cases on behalf of an officer. The chat has no business here: it seals, and holds no private key.
 */
export interface PrivateKey extends PublicKey {
  readonly pair: HpkePair;
}

/** Makes a private key of its 32 bytes. @throws SealingError `bad-key`. */
export async function importPrivateKey(privateBytes: Uint8Array): Promise<PrivateKey> {
  return { ...publicKeyOf(publicBytesOf(privateBytes)), pair: await importHpkePair(privateBytes) };
}

/** The key of a ring that opens what was sealed to `keyId`. @throws SealingError `wrong-key` when none does. */
export function pickKey(keys: readonly PrivateKey[], keyId: string): PrivateKey {
  const key = keys.find((one) => one.keyId === keyId);
  if (!key) throw new SealingError('wrong-key');
  return key;
}
