import { createCipheriv, createDecipheriv, createECDH, createHmac } from 'node:crypto';

/**
 * RFC 9180 base mode for DHKEM(P-256, HKDF-SHA256) and HKDF-SHA256, written from the text of the RFC and sharing
 * nothing with the library under test. `aead`: 1 is AES-128-GCM (the RFC's own vectors), 2 is AES-256-GCM (the
 * program's suite).
 */
export type Aead = 1 | 2;

const KEM = Buffer.from('KEM\x00\x10', 'latin1');
const TAG_BYTES = 16;

/** Seals with a given ephemeral private key: the RFC's vectors name theirs. */
export function sealByTheBook(
  aead: Aead,
  ephemeral: Buffer,
  recipient: Buffer,
  message: { readonly plain: Buffer; readonly info: Buffer; readonly aad: Buffer },
): { readonly enc: Buffer; readonly ct: Buffer } {
  const sender = createECDH('prime256v1');
  sender.setPrivateKey(ephemeral);
  const enc = sender.getPublicKey();
  const { key, nonce } = schedule(aead, sender.computeSecret(recipient), enc, recipient, message.info);
  const cipher = createCipheriv(nameOf(aead), key, nonce);
  cipher.setAAD(message.aad);
  const ct = Buffer.concat([cipher.update(message.plain), cipher.final(), cipher.getAuthTag()]);
  return { enc, ct };
}

/** Opens with the recipient's private key. Throws when the tag does not fit. */
export function openByTheBook(
  aead: Aead,
  privateKey: Buffer,
  box: { readonly enc: Buffer; readonly ct: Buffer },
  bound: { readonly info: Buffer; readonly aad: Buffer },
): Buffer {
  const recipient = createECDH('prime256v1');
  recipient.setPrivateKey(privateKey);
  const secret = recipient.computeSecret(box.enc);
  const { key, nonce } = schedule(aead, secret, box.enc, recipient.getPublicKey(), bound.info);
  const decipher = createDecipheriv(nameOf(aead), key, nonce);
  decipher.setAAD(bound.aad);
  decipher.setAuthTag(box.ct.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(box.ct.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function nameOf(aead: Aead): 'aes-128-gcm' | 'aes-256-gcm' {
  return aead === 1 ? 'aes-128-gcm' : 'aes-256-gcm';
}

/** Sections 4.1 (ExtractAndExpand) and 5.1 (KeySchedule). */
function schedule(
  aead: Aead,
  dh: Buffer,
  enc: Buffer,
  recipient: Buffer,
  info: Buffer,
): { readonly key: Buffer; readonly nonce: Buffer } {
  const none = Buffer.alloc(0);
  const prk = extract(KEM, none, 'eae_prk', dh);
  const shared = expand(KEM, prk, 'shared_secret', Buffer.concat([enc, recipient]), 32);
  const suite = Buffer.concat([Buffer.from('HPKE\x00\x10\x00\x01\x00', 'latin1'), Buffer.of(aead)]);
  const context = Buffer.concat([
    Buffer.of(0),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
  ]);
  const secret = extract(suite, shared, 'secret', none);
  return {
    key: expand(suite, secret, 'key', context, aead === 1 ? 16 : 32),
    nonce: expand(suite, secret, 'base_nonce', context, 12),
  };
}

function extract(suite: Buffer, salt: Buffer, label: string, material: Buffer): Buffer {
  const labeled = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), material]);
  return createHmac('sha256', salt).update(labeled).digest();
}

/** HKDF-Expand for at most one block of output. */
function expand(suite: Buffer, prk: Buffer, label: string, info: Buffer, length: number): Buffer {
  const labeled = Buffer.concat([
    Buffer.of(0, length),
    Buffer.from('HPKE-v1'),
    suite,
    Buffer.from(label),
    info,
    Buffer.of(1),
  ]);
  return createHmac('sha256', prk).update(labeled).digest().subarray(0, length);
}
