import { createHmac } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { ReceiptCode } from '../../../shared/complaints/receipt-code.ts';

/** How slow a try is made: argon2id's memory in KiB, passes over it, and lanes (RFC 9106). */
export interface StretchCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * argon2id (RFC 9106) with OWASP's least setting: 19 MiB, two passes, one lane. About 10 ms here, three times per
 * look-up; an attacker who stole store and key file tries 10^4 codes a second and needs 31,000 years for one salted
 * code. More memory would let a burst of look-ups push the machine into swapping.
 */
export const STRETCH_COST: StretchCost = Object.freeze({ memoryKib: 19 * 1024, passes: 2, lanes: 1 });
const HASH_BYTES = 32;
/** 128 bits, RFC 9106 section 3.1's advice; random for every code (ASVS 5.0 6.5.2). */
export const RECEIPT_SALT_BYTES = 16;

/**
 * 32 bytes of a code: slow argon2id first, then HMAC-SHA-256 under a server key. The store alone gives nothing to try
 * codes against; with the key every try still costs argon2id. Runs off the event loop.
 */
export async function stretchCode(
  code: ReceiptCode,
  salt: Uint8Array,
  serverKey: Uint8Array,
  cost: StretchCost,
): Promise<Buffer> {
  const slow = await hashRaw(code, {
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: HASH_BYTES,
    salt,
  });
  const mixed = createHmac('sha256', serverKey).update(slow).digest();
  slow.fill(0);
  return mixed;
}
