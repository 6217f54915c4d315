import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fromBase64url, toBase64url } from '../base64url.ts';
import { publicBytesOf } from '../hpke.ts';
import { keyFolder, readKeyFile, syncFolder, writeNewKeyFile } from '../key-file.ts';
import { publicKeyOf } from '../public-key.ts';
import { SealingError } from '../sealing-error.ts';
import { importPrivateKey, type PrivateKey } from './private-key.ts';

/** The key in use. */
export const OFFICE_KEY = 'office.key';
/** The key that a rotation under way will put in its place. */
export const NEXT_KEY = 'office-next.key';

const content = z.object({
  format: z.literal('prongsai-office-key'),
  version: z.literal(1),
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  privateKey: z.string(),
});

/** A key file as read: the key, and its bytes for making shares. */
export interface OfficeKeyFile {
  readonly name: string;
  readonly key: PrivateKey;
  readonly privateBytes: Buffer;
}

/** Name of the file that keeps an old key. One file each: an old key is never written again. */
export function retiredKeyName(keyId: string): string {
  return `office-retired-${keyId}.key`;
}

/** Writes a private key under a name that is free yet. Returns false, and changes nothing, when it is taken. */
export function writeOfficeKey(dataDir: string, name: string, privateBytes: Uint8Array): boolean {
  const { keyId } = publicKeyOf(publicBytesOf(privateBytes));
  const text: z.infer<typeof content> = {
    format: 'prongsai-office-key',
    version: 1,
    keyId,
    privateKey: toBase64url(privateBytes),
  };
  return writeNewKeyFile(join(keyFolder(dataDir), name), `${JSON.stringify(text)}\n`);
}

/**
 * Reads one key file; undefined when there is none.
 * @throws SealingError `bad-key` when the file holds no whole key or the key is not the one it names.
 */
export async function readOfficeKey(dataDir: string, name: string): Promise<OfficeKeyFile | undefined> {
  const bytes = readKeyFile(join(keyFolder(dataDir), name));
  return bytes && { name, ...(await keyIn(bytes)) };
}

async function keyIn(bytes: Buffer): Promise<Omit<OfficeKeyFile, 'name'>> {
  const read = content.safeParse(parseJson(bytes));
  bytes.fill(0);
  if (!read.success) throw new SealingError('bad-key');
  const privateBytes = fromBase64url(read.data.privateKey);
  const key = await importPrivateKey(privateBytes);
  if (key.keyId !== read.data.keyId) throw new SealingError('bad-key');
  return { key, privateBytes };
}

/**
 * The private keys of an office where there are no files: the content of its key files one after the other, a line each.
 * @throws SealingError `bad-key` when a line holds no whole key.
 */
export async function keyringOf(lines: string): Promise<readonly PrivateKey[]> {
  const keys = await Promise.all(
    lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => keyIn(Buffer.from(line))),
  );
  return keys.map(({ key, privateBytes }) => {
    privateBytes.fill(0);
    return key;
  });
}

/** Puts the next key in the place of the one in use, at once. The caller has made sure that the old one is kept. */
export function promoteNextKey(dataDir: string): void {
  const folder = keyFolder(dataDir);
  renameSync(join(folder, NEXT_KEY), join(folder, OFFICE_KEY));
  syncFolder(folder);
}

/** Names of the office's key files that are there: in use, next, retired. */
export function officeKeyNames(dataDir: string): readonly string[] {
  try {
    return readdirSync(keyFolder(dataDir)).filter((name) =>
      /^office(-next|-retired-[0-9a-f]{32})?\.key$/.test(name),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Every private key of the office, for whoever opens cases: also old ones, until their cases are wrapped anew.
 * @throws SealingError `bad-key` when a file is damaged.
 */
export async function loadKeyring(dataDir: string): Promise<readonly PrivateKey[]> {
  const files = await Promise.all(officeKeyNames(dataDir).map((name) => readOfficeKey(dataDir, name)));
  return files.flatMap((file) => {
    if (!file) return [];
    file.privateBytes.fill(0);
    return [file.key];
  });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
