import { fromBase64url } from '../base64url.ts';
import { hpkeOpen } from '../hpke.ts';
import { unpad } from '../padding.ts';
import type { Sealed } from '../seal.ts';
import { SealingError } from '../sealing-error.ts';
import type { PrivateKey } from './private-key.ts';

/**
 * What was sealed, for the holder of the private key. `context` is the one it was sealed with.
 * @throws SealingError `wrong-key` when it was sealed to another key, `rejected` when any bit of it or the context was
 * changed, `malformed` when it never was a sealed text.
 */
export async function open(key: PrivateKey, sealed: Sealed, context: string): Promise<Buffer> {
  if (sealed.keyId !== key.keyId) throw new SealingError('wrong-key');
  const box = { enc: fromBase64url(sealed.enc), ct: fromBase64url(sealed.ct) };
  return unpad(await hpkeOpen(key.pair, box, context));
}
