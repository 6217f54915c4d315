import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The release that was tried with this program. It carries its own list of exact dependencies. */
export const FIREBASE_TOOLS_VERSION = '15.34.2';

/** Google's command line and emulators, as they lie on this machine. */
export interface FirebaseTools {
  /** Their package folder, for `require`. */
  readonly folder: string;
  /** What `node` is given to run the command `firebase`. */
  readonly script: string;
}

/**
 * Google's command line, 300 MB in all and therefore no dependency of this package: installed once for the whole machine, in the
 * user's cache (`XDG_CACHE_HOME`, else `~/.cache`), and found there from then on.
 * @param say is told when an installation begins, for it takes a minute or two.
 * @throws Error with npm's own words when it cannot be installed.
 */
export function firebaseTools(say: (line: string) => void): FirebaseTools {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'prongsai');
  const place = join(cache, `firebase-tools-${FIREBASE_TOOLS_VERSION}`);
  const folder = join(place, 'node_modules', 'firebase-tools');
  if (!existsSync(folder)) install(cache, place, say);
  return { folder, script: join(folder, 'lib', 'bin', 'firebase.js') };
}

function install(cache: string, place: string, say: (line: string) => void): void {
  say(`installing firebase-tools ${FIREBASE_TOOLS_VERSION} into ${place}, once`);
  mkdirSync(cache, { recursive: true });
  // Built beside and moved as a whole: an installation that was cut off is never taken for a good one.
  const unfinished = mkdtempSync(`${place}-`);
  try {
    const what = `firebase-tools@${FIREBASE_TOOLS_VERSION}`;
    const args = ['install', '--prefix', unfinished, '--no-audit', '--no-fund', '--loglevel=error', what];
    const { status, stderr } = spawnSync('npm', args, {
      encoding: 'utf8',
      // On Windows npm is a script that only the shell starts.
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`firebase-tools could not be installed:\n${stderr}`);
    if (!existsSync(place)) renameSync(unfinished, place);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
