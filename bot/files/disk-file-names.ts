import { readdir } from 'node:fs/promises';
import type { FileNames } from './file-names.ts';
import { FILE_NAME } from './files.ts';

/** The names of the files in the folder of `createDiskFiles`; none where the folder was never made. */
export function diskFileNames(root: string): FileNames {
  return {
    names: async ({ after = '', limit }) => {
      const entries = await readdir(root, { recursive: true }).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      });
      return entries
        .map((entry) => entry.replaceAll('\\', '/'))
        .filter((name) => FILE_NAME.test(name) && name > after)
        .sort()
        .slice(0, limit);
    },
  };
}
