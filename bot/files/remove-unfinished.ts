import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED } from './disk-files.ts';

/** Far longer than writing the largest file takes: younger ones may still be under way. */
const UNFINISHED_KEPT_MS = 60 * 60 * 1000;

/**
 * Removes what a crash left half-written in a folder of files, and returns how many there were. `nowMs` is the epoch
 * time; files written to within the last hour stay.
 */
export async function removeUnfinished(folder: string, nowMs: number): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(UNFINISHED)) continue;
    const path = join(entry.parentPath, entry.name);
    if (nowMs - (await stat(path)).mtimeMs < UNFINISHED_KEPT_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
