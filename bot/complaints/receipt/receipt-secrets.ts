import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keyFolder, readKeyFile, writeNewKeyFile } from '../../sealing/key-file.ts';
import { STRETCH_COST, type StretchCost } from './stretch-code.ts';

const SECRET_BYTES = 32;
const SALT_BYTES = 16;
/** Lies beside the store, never in it nor in its backups: without it a stolen store cannot be tried code by code. */
export const RECEIPT_KEY = 'receipt.key';

/** What the server adds to every receipt code. One key for each use (NIST SP 800-108's rule of separation). */
export interface ReceiptSecrets {
  readonly indexKey: Buffer;
  /** Salt of the index, one for the office: the same code must give the same document id. */
  readonly indexSalt: Buffer;
  readonly verifierKey: Buffer;
  readonly replyKey: Buffer;
  /** Part of every index and lock: codes given out under one cost are not found under another. */
  readonly cost: StretchCost;
}

/**
 * Reads DATA_DIR/keys/receipt.key, or makes it at first use (mode 0600, never overwritten).
 * @throws RangeError when the file is damaged. A new key would not help: all codes given out belong to the old one.
 */
export function loadReceiptSecrets(dataDir: string): ReceiptSecrets {
  const path = join(keyFolder(dataDir), RECEIPT_KEY);
  let secret = readKeyFile(path);
  if (!secret) {
    writeNewKeyFile(path, randomBytes(SECRET_BYTES));
    // Another process may have been first: what counts is the file.
    secret = readKeyFile(path);
  }
  return receiptSecrets(secret ?? Buffer.alloc(0));
}

/**
 * The secrets made of one key of 32 bytes, wherever it is kept (file, Secret Manager), with the cost of
 * {@link STRETCH_COST}: there is no setting that lowers it. @throws RangeError for a key of another length.
 */
export function receiptSecrets(secret: Uint8Array): ReceiptSecrets {
  if (secret.length !== SECRET_BYTES) throw new RangeError('the receipt key must be 32 bytes');
  const derive = (use: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `prongsai/receipt/1/${use}`, bytes));
  return {
    indexKey: derive('index', SECRET_BYTES),
    indexSalt: derive('index-salt', SALT_BYTES),
    verifierKey: derive('verifier', SECRET_BYTES),
    replyKey: derive('reply', SECRET_BYTES),
    cost: STRETCH_COST,
  };
}
