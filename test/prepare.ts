/**
 * What the whole test run needs besides npm's packages: the built mini-app, Chromium, Thai fonts, Google's Firestore emulator, a new
 * Java, and firebase-tools. On a Debian machine where this runs as root, what Debian has is installed, and firebase-tools everywhere;
 * what else is missing is named, with the command to type.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { firebaseTools } from '../functions/deploy/firebase-tools.ts';
import { buildLiff } from '../liff/build-liff.ts';
import { CHROMIUM_PATH } from './browser/open-browser.ts';
import { findFirestoreEmulator } from './contract/find-firestore-emulator.ts';
import { findJdk } from './firebase/find-jdk.ts';

const DEBIAN_PACKAGES = ['chromium', 'fonts-thai-tlwg'];
const THAI_FONT = '/usr/share/fonts/truetype/tlwg';

const missing = !existsSync(CHROMIUM_PATH) || !existsSync(THAI_FONT);
if (missing) {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}`;
  if (!canInstall) {
    console.error(`The browser tests need Chromium and Thai fonts. As root: ${command}`);
    process.exit(1);
  }
  console.log('installing Chromium and Thai fonts from Debian');
  const { status } = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) {
    console.error(`could not install them; try: ${command}`);
    process.exit(1);
  }
}

try {
  findFirestoreEmulator();
  findJdk();
  firebaseTools(console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

await buildLiff();
