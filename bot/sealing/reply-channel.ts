import { aesOpen, aesSeal } from './aes-gcm.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { generateHpkeBytes, type HpkePair, hpkeOpen, importHpkePair, publicBytesOf } from './hpke.ts';
import { unpad } from './padding.ts';
import { type PublicKey, publicKeyOf } from './public-key.ts';
import { type Sealed, seal } from './seal.ts';
import { SealingError } from './sealing-error.ts';

const REPLY_CONTEXT = 'complaints/reply';

/** The way back to a complainant, made at filing. Both halves lie in the case; the private one is locked. */
export interface ReplyChannel {
  /** Officers' replies are sealed to it. */
  readonly publicKey: PublicKey;
  /** The private half, encrypted under the key that only the receipt code gives, base64url. */
  readonly lockedKey: string;
}

/** The unlocked private half. Lives as long as one answer takes. */
export interface ReplyKey {
  readonly keyId: string;
  readonly pair: HpkePair;
}

/** Makes the channel of a new case. `lockKey` (32 bytes) is what `deriveReplyLock` makes of the receipt code. */
export async function makeReplyChannel(lockKey: Uint8Array): Promise<ReplyChannel> {
  const made = await generateHpkeBytes();
  const publicKey = publicKeyOf(made.publicBytes);
  const lockedKey = toBase64url(aesSeal(lockKey, [made.privateBytes], lockName(publicKey)));
  made.privateBytes.fill(0);
  return { publicKey, lockedKey };
}

/**
 * The private half, for who has the receipt code.
 * @throws SealingError `rejected` when the code is another one or the lock was tampered with.
 */
export async function unlockReplyKey(channel: ReplyChannel, lockKey: Uint8Array): Promise<ReplyKey> {
  const privateBytes = aesOpen(lockKey, fromBase64url(channel.lockedKey), lockName(channel.publicKey));
  try {
    const { keyId } = publicKeyOf(publicBytesOf(privateBytes));
    if (keyId !== channel.publicKey.keyId) throw new SealingError('rejected');
    return { keyId, pair: await importHpkePair(privateBytes) };
  } finally {
    privateBytes.fill(0);
  }
}

/** Seals an officer's reply so that only the receipt code opens it; the office's own key does not. */
export function sealReply(publicKey: PublicKey, text: string): Promise<Sealed> {
  return seal(publicKey, Buffer.from(text, 'utf8'), REPLY_CONTEXT);
}

/** The text of a reply. @throws SealingError `wrong-key`, `rejected`, `malformed`. */
export async function openReply(key: ReplyKey, sealed: Sealed): Promise<string> {
  if (sealed.keyId !== key.keyId) throw new SealingError('wrong-key');
  const box = { enc: fromBase64url(sealed.enc), ct: fromBase64url(sealed.ct) };
  return unpad(await hpkeOpen(key.pair, box, REPLY_CONTEXT)).toString('utf8');
}

function lockName(publicKey: PublicKey): string {
  return `prongsai/reply-key/1/${publicKey.keyId}`;
}
