import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** Keys the program makes for itself on one machine. They lie beside the store, never in it. */
export interface OfficeKeys {
  /** Names a person's conversation without naming the person. */
  conversationId(chatId: string): string;
}

/** Reads the key file in the data folder, or makes it at the first start (mode 0600). */
export function loadOfficeKeys(dataDir: string): OfficeKeys {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'conversation.key');
  try {
    // `wx`: an existing key is never overwritten, or every open conversation would be lost.
    writeFileSync(path, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return officeKeys(readFileSync(path));
}

/** The keys made from one secret of 32 bytes. */
export function officeKeys(secret: Buffer): OfficeKeys {
  if (secret.length !== KEY_BYTES) throw new RangeError('the conversation key must be 32 bytes');
  return { conversationId: (chatId) => createHmac('sha256', secret).update(chatId).digest('hex') };
}
