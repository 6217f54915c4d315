import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/**
 * A fresh folder in memory where the system has such a place: the store does everything as on a disk, but a flush costs
 * nothing. Lives end by crashes of the program here, never by a power cut, so nothing that is proved hangs on the disk.
 */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), prefix));
}
