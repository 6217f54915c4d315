import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a data folder keeps its keys. */
export function keyFolder(dataDir: string): string {
  return join(dataDir, 'keys');
}

/**
 * Writes a key file, whole, readable by the program's own account only (0600) and safe against a power cut. Never
 * overwrites: returns false when a file of the name is there already, whatever is in it.
 */
export function writeNewKeyFile(path: string, content: string | Uint8Array): boolean {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomUUID()}.part`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link appears whole and fails when the name is taken; a rename would silently replace a key.
    linkSync(unfinished, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
    syncFolder(dirname(path));
  }
  return true;
}

/** The content of a key file; undefined when there is none. */
export function readKeyFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes names in a folder durable. Windows cannot open folders and needs none of it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
