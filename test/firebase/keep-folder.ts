import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allCollections } from '../../bot/collections.ts';
import { documentsIn } from './emulated-documents.ts';
import { bytesOf, fileNamesIn } from './emulated-files.ts';
import type { EmulatorSuite } from './emulator-suite.ts';

/** Writes everything a deployment keeps into a folder: each collection, each file, and what the functions printed. */
export async function keepFolder(suite: EmulatorSuite, folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name } of allCollections) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(await documentsIn(suite, name)));
  }
  for (const name of await fileNamesIn(suite)) {
    const path = join(folder, 'files', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await bytesOf(suite, name));
  }
  copyFileSync(suite.logFile, join(folder, 'functions.log'));
  return folder;
}
