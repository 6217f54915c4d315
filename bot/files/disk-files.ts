import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILE_NAME, type Files } from './files.ts';

/** Ends the name of a file that is still being written. No name of the port ends like this, so it is never read. */
export const UNFINISHED = '.part';

/** The Files port in a folder of this machine, readable by the program's own account only (0700, files 0600). */
export function createDiskFiles(folder: string): Files {
  const pathOf = (name: string): string => {
    if (!FILE_NAME.test(name)) throw new RangeError('not a file name of this program');
    return join(folder, name);
  };
  return {
    put: async (name, bytes) => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // A name of its own, so that two writers of one file never mix their bytes.
      const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
      try {
        await writeDurably(unfinished, bytes);
        // The rename makes the file appear whole, also when the machine stops in between.
        await rename(unfinished, path);
      } catch (error) {
        // A full disk must not be kept full by what did not fit.
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    get: async (name) => {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: async (name) => rm(pathOf(name), { force: true }),
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it a power cut could forget the rename. Windows cannot open folders and needs none of it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
