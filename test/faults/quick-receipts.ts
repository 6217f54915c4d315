import { type ReceiptSecrets, receiptSecrets } from '../../bot/complaints/receipt/receipt-secrets.ts';

/** The least that argon2id takes: for thousands of lives, in which slowness protects nobody. */
export function quickReceiptSecrets(secret: Uint8Array): ReceiptSecrets {
  return { ...receiptSecrets(secret), cost: { memoryKib: 8, passes: 1, lanes: 1 } };
}
