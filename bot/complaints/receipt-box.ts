import { randomBytes } from 'node:crypto';
import type { ReceiptCode } from '../../shared/complaints/receipt-code.ts';
import { aesOpen, aesSeal } from '../sealing/aes-gcm.ts';

const KEY_BYTES = 32;
const BOX_NAME = 'prongsai/receipt-box/1';

/**
 * The key of a receipt box. It is written on the ส่งเรื่อง button and nowhere else: the code can be shown again until the
 * citizen says it is saved, although nothing in the store, with all keys of the office, could open it.
 */
export function newBoxKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** Closes a code. @throws RangeError for a key that is none. */
export function closeReceipt(code: ReceiptCode, key: string): string {
  return aesSeal(keyBytes(key), [Buffer.from(code)], BOX_NAME).toString('base64url');
}

/** The code, or undefined with another key. */
export function openReceipt(box: string, key: string): ReceiptCode | undefined {
  try {
    return aesOpen(keyBytes(key), Buffer.from(box, 'base64url'), BOX_NAME).toString('utf8') as ReceiptCode;
  } catch {
    return undefined;
  }
}

function keyBytes(key: string): Buffer {
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== KEY_BYTES) throw new RangeError('not the key of a receipt box');
  return bytes;
}
