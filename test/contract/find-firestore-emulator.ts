import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Oldest Java that runs the emulator. */
const MIN_JAVA = 17;
const JAR_IN_SDK = join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');

const HOW_TO_INSTALL = `The Firestore tests run against Google's own emulator. Install both of:
  - Java ${MIN_JAVA} or newer: apt-get install default-jre-headless (Debian, Ubuntu), or any JDK with JAVA_HOME set
  - the emulator, one of:
      gcloud components install cloud-firestore-emulator   (Google Cloud SDK from its own installer)
      apt-get install google-cloud-cli-firestore-emulator  (Google Cloud SDK from Google's apt repository)
      npx firebase-tools setup:emulators:firestore         (puts the jar into ~/.cache/firebase/emulators)
    or set FIRESTORE_EMULATOR_BINARY_PATH to the jar.`;

export interface FoundEmulator {
  readonly java: string;
  readonly jar: string;
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** The Cloud SDK's folders, the one of `gcloud` on PATH first. */
function sdkFolders(): string[] {
  const gcloud = onPath('gcloud');
  return [
    ...(process.env['CLOUDSDK_ROOT_DIR'] ? [process.env['CLOUDSDK_ROOT_DIR']] : []),
    ...(gcloud ? [dirname(dirname(realpathSync(gcloud)))] : []),
    '/usr/lib/google-cloud-sdk',
    '/usr/share/google-cloud-sdk',
    '/opt/google-cloud-sdk',
    join(homedir(), 'google-cloud-sdk'),
  ];
}

/** The newest jar that firebase-tools downloaded. */
function firebaseToolsJars(): string[] {
  const folder = join(homedir(), '.cache', 'firebase', 'emulators');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^cloud-firestore-emulator-.*\.jar$/.test(name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

function javaVersion(java: string): number {
  try {
    // `java -version` answers on standard error; `--version` on standard output.
    const answer = execFileSync(java, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/^\S+ (\d+)/.exec(answer)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Finds Google's Firestore emulator and a Java that runs it.
 * @throws Error that says what to install and how; nothing is skipped when something is missing.
 */
export function findFirestoreEmulator(): FoundEmulator {
  const given = process.env['FIRESTORE_EMULATOR_BINARY_PATH'];
  const jars = [...sdkFolders().map((folder) => join(folder, JAR_IN_SDK)), ...firebaseToolsJars()];
  const jar = (given ? [given] : jars).find((path) => existsSync(path));
  if (!jar) throw new Error(`No Firestore emulator found.\n${HOW_TO_INSTALL}`);

  const home = process.env['JAVA_HOME'];
  const javas = [...(home ? [join(home, 'bin', 'java')] : []), onPath('java')].filter(
    (path) => path !== undefined,
  );
  const java = javas.find((path) => javaVersion(path) >= MIN_JAVA);
  if (!java) throw new Error(`No Java ${MIN_JAVA} or newer found.\n${HOW_TO_INSTALL}`);
  return { java, jar };
}
