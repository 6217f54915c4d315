import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aesOpen, aesSeal } from './sealing/aes-gcm.ts';

const KEY_BYTES = 32;
/** Bound to what is closed, so that it cannot be taken for something else. */
const FLOW_NAME = 'prongsai/flow/1';

/** Keys the program makes for itself on one machine. They lie beside the store, never in it. */
export interface OfficeKeys {
  /** Names a person's conversation without naming the person. */
  conversationId(chatId: string): string;
  /** Closes what is remembered of a conversation: opened only with this key and the person's own id. */
  closeFor(chatId: string, value: unknown): string;
  /** What was closed; undefined when it was closed for somebody else, or changed. */
  openFor(chatId: string, closed: string): unknown;
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
  const derive = (use: string, chatId: string): Buffer =>
    createHmac('sha256', secret).update(`${use}/${chatId}`).digest();
  return {
    conversationId: (chatId) => derive('id', chatId).toString('hex'),
    closeFor: (chatId, value) =>
      aesSeal(derive('flow', chatId), [Buffer.from(JSON.stringify(value))], FLOW_NAME).toString('base64url'),
    openFor: (chatId, closed) => {
      try {
        const bytes = aesOpen(derive('flow', chatId), Buffer.from(closed, 'base64url'), FLOW_NAME);
        return JSON.parse(bytes.toString('utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
  };
}
