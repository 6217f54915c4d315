import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_NAME } from './files.ts';
import type { Housekeeping, OldFiles } from './housekeeping.ts';
import { removeUnfinished } from './remove-unfinished.ts';

/** Housekeeping for the folder of `createDiskFiles`. */
export function diskHousekeeping(root: string): Housekeeping {
  return {
    removeUnfinished: (nowMs) => removeUnfinished(root, nowMs),
    oldFiles: (page) => oldFiles(root, page),
  };
}

async function oldFiles(
  root: string,
  { folder, beforeMs, after = '', limit }: OldFiles,
): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries
    .map((entry) => `${folder}/${entry}`)
    .filter((name) => FILE_NAME.test(name) && name > after)
    .sort();
  const old: string[] = [];
  for (const name of names) {
    if (old.length >= limit) break;
    // Whoever removes a file in between is welcome to.
    const facts = await stat(join(root, name)).catch(() => undefined);
    if (facts && facts.mtimeMs < beforeMs) old.push(name);
  }
  return old;
}
