import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FirebaseTools } from './firebase-tools.ts';

/** firebase-tools remembers which account a folder is worked on with. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OWNER_ONLY = 0o600;

/** What of firebase-tools is called here (`lib/auth`, `lib/defaultCredentials`). */
interface Auth {
  getProjectDefaultAccount(folder: string): object | undefined;
}
interface DefaultCredentials {
  getCredentialPathAsync(account: object): Promise<string | undefined>;
}

/** Lets a person sign in to Google in the browser, once for the machine. Returns whether it went well. */
export function signIn({ script }: FirebaseTools): boolean {
  return spawnSync(process.execPath, [script, 'login'], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/**
 * The file that Google's libraries sign in with (`GOOGLE_APPLICATION_CREDENTIALS`), made of the login of firebase-tools and kept
 * where firebase-tools keeps it, for its owner's eyes. Undefined when nobody is signed in. Asks nothing of Google: a login that
 * has ended shows at the first call.
 */
export async function googleCredentialsFile({ folder }: FirebaseTools): Promise<string | undefined> {
  const load = createRequire(import.meta.url);
  const { getProjectDefaultAccount } = load(join(folder, 'lib', 'auth')) as Auth;
  const { getCredentialPathAsync } = load(join(folder, 'lib', 'defaultCredentials')) as DefaultCredentials;
  const account = getProjectDefaultAccount(ROOT);
  const path = account && (await getCredentialPathAsync(account));
  if (path && process.platform !== 'win32') chmodSync(path, OWNER_ONLY);
  return path;
}
