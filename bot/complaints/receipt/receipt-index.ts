import type { ReceiptCode } from '../../../shared/complaints/receipt-code.ts';
import type { ReceiptSecrets } from './receipt-secrets.ts';
import { stretchCode } from './stretch-code.ts';

/** Document id under which a code's case is found: 64 hexadecimal digits that say nothing about code or case. */
export async function receiptIndex(code: ReceiptCode, secrets: ReceiptSecrets): Promise<string> {
  return (await stretchCode(code, secrets.indexSalt, secrets.indexKey, secrets.cost)).toString('hex');
}
