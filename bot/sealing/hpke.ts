import { createECDH } from 'node:crypto';
import * as HPKE from 'hpke';
import { SealingError } from './sealing-error.ts';

/**
 * Length of a public key and of what HPKE puts in front of a ciphertext: an uncompressed point (RFC 9180 section 7.1).
 */
export const PUBLIC_KEY_BYTES = 65;
export const PRIVATE_KEY_BYTES = 32;

/**
 * Mixed into every sealing, so that nothing sealed elsewhere with the same key opens here. The number is the version.
 */
const INFO_PREFIX = 'prongsai/sealing/1/';

/**
 * The one suite of the program (RFC 9180 section 7): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 and not
 * X25519, because browsers on older phones have no X25519 and must be able to seal as well.
 */
const suite = new HPKE.CipherSuite(
  HPKE.KEM_DHKEM_P256_HKDF_SHA256,
  HPKE.KDF_HKDF_SHA256,
  HPKE.AEAD_AES_256_GCM,
);

/** A key pair ready to open with. On Node 20 opening with a key that cannot be exported takes both halves. */
export type HpkePair = HPKE.KeyPair<CryptoKey>;

/** What HPKE makes of a plaintext. */
export interface HpkeBox {
  readonly enc: Uint8Array;
  readonly ct: Uint8Array;
}

/** A new key pair from the operating system's randomness, as bytes, to be written to a key file. */
export async function generateHpkeBytes(): Promise<{ publicBytes: Uint8Array; privateBytes: Uint8Array }> {
  const pair = await suite.GenerateKeyPair(true);
  return {
    publicBytes: await suite.SerializePublicKey(pair.publicKey),
    privateBytes: await suite.SerializePrivateKey(pair.privateKey),
  };
}

/**
 * The public half that belongs to a private one, 65 bytes.
 * @throws SealingError `bad-key` when the bytes are no private key of P-256.
 */
export function publicBytesOf(privateBytes: Uint8Array): Buffer {
  if (privateBytes.length !== PRIVATE_KEY_BYTES) throw new SealingError('bad-key');
  try {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(privateBytes);
    return curve.getPublicKey();
  } catch {
    throw new SealingError('bad-key');
  }
}

/** The pair to open with; the private half cannot be taken out of it again. @throws SealingError `bad-key`. */
export async function importHpkePair(privateBytes: Uint8Array): Promise<HpkePair> {
  const publicBytes = publicBytesOf(privateBytes);
  return {
    publicKey: await suite.DeserializePublicKey(publicBytes),
    privateKey: await suite.DeserializePrivateKey(privateBytes, false),
  };
}

/**
 * Seals to a public key for one purpose (`SealBase`). @throws SealingError `bad-key` when the point is not on the
 * curve.
 */
export async function hpkeSeal(
  publicBytes: Uint8Array,
  plaintext: Uint8Array,
  context: string,
): Promise<HpkeBox> {
  const key = await suite.DeserializePublicKey(publicBytes).catch(() => {
    throw new SealingError('bad-key');
  });
  const { encapsulatedSecret, ciphertext } = await suite.Seal(key, plaintext, { info: infoOf(context) });
  return { enc: encapsulatedSecret, ct: ciphertext };
}

/** Opens what was sealed for the same purpose (`OpenBase`). @throws SealingError `rejected` for anything else. */
export async function hpkeOpen(pair: HpkePair, box: HpkeBox, context: string): Promise<Buffer> {
  try {
    const plain = await suite.Open(pair, box.enc, box.ct, { info: infoOf(context) });
    return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  } catch {
    throw new SealingError('rejected');
  }
}

function infoOf(context: string): Buffer {
  return Buffer.from(INFO_PREFIX + context, 'utf8');
}
