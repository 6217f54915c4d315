import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../bot/clock.ts';
import { createLineClient } from '../../bot/line/line-client.ts';
import type { Log } from '../../bot/log.ts';
import { systemRandom } from '../../bot/random.ts';
import { createLineAccount } from '../../bot/setup/line-account-client.ts';
import { readOwnJson } from '../../bot/setup/read-own-json.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { FUNCTIONS_DIST } from '../build-functions.ts';
import { buildAll } from './build-all.ts';
import { type DeploySettings, readDeploySettings } from './deploy-settings.ts';
import { type FirebaseTools, firebaseTools } from './firebase-tools.ts';
import { createGoogleClient } from './google-client.ts';
import { googleCredentialsFile, signIn } from './google-login.ts';
import { GOOGLE_ORIGINS } from './google-origins.ts';
import { isOfficeOnMachine } from './office-on-machine.ts';
import { runDeploy } from './run-deploy.ts';
import { runFirebase } from './run-firebase.ts';
import { deployText as t } from './text.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What the command says is its log. */
const log: Log = { write: () => {} };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function deploy(tools: FirebaseTools, settings: DeploySettings, command: 'check' | 'deploy') {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const { applicationDefault } = await import('firebase-admin/app');
  const credential = applicationDefault();
  const reach = {
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    apiUrl: settings.LINE_API_URL,
    dataApiUrl: settings.LINE_DATA_API_URL,
    clock: systemClock,
    log,
  };
  return runDeploy(
    {
      settings,
      google: createGoogleClient({
        projectId,
        origins: GOOGLE_ORIGINS,
        token: async () => (await credential.getAccessToken()).access_token,
      }),
      account: createLineAccount(reach),
      line: createLineClient(reach),
      clock: systemClock,
      random: systemRandom,
      functionsFolder: FUNCTIONS_DIST,
      openStore: () => openFirestoreStore({ projectId }),
      isOfficeOnMachine: () => isOfficeOnMachine(settings.DATA_DIR),
      build: async () => buildAll(ROOT, process.env),
      firebase: (words) =>
        runFirebase(tools.script, words, { folder: ROOT, environment: environmentOfFirebase }),
      readJson: readOwnJson,
      say,
    },
    command,
  );
}

async function run(words: readonly string[]): Promise<boolean> {
  const [word = '', ...more] = words;
  if (more.length > 0 || !['', '--check', '--login'].includes(word)) {
    t.usage.forEach(say);
    return false;
  }
  const read = readDeploySettings(process.env);
  if (word !== '--login' && 'problems' in read) {
    t.missing(read.problems).forEach(say);
    return false;
  }
  const tools = findTools();
  if (!tools) return false;
  if (word === '--login') {
    const isSignedIn = signIn(tools);
    say(isSignedIn ? t.signedIn : t.notSignedIn);
    return isSignedIn;
  }
  if ('problems' in read) return false;
  process.env['GOOGLE_APPLICATION_CREDENTIALS'] ||= (await googleCredentialsFile(tools)) ?? '';
  if (!process.env['GOOGLE_APPLICATION_CREDENTIALS']) {
    say(t.noLogin);
    return false;
  }
  return deploy(tools, read.settings, word === '--check' ? 'check' : 'deploy');
}

function findTools(): FirebaseTools | undefined {
  try {
    return firebaseTools(say);
  } catch {
    say(t.noTools);
    return undefined;
  }
}

// npm starts its scripts in the folder of the package.
if (existsSync('.env')) process.loadEnvFile('.env');
// A deployment never goes to an emulator, whatever else is being tried on this machine.
for (const name of ['FIRESTORE_EMULATOR_HOST', 'STORAGE_EMULATOR_HOST', 'FIREBASE_STORAGE_EMULATOR_HOST']) {
  delete process.env[name];
}
/** Before this command's own sign-in: firebase-tools signs in by itself. */
const environmentOfFirebase = { ...process.env };

const isWell = await run(process.argv.slice(2)).catch((error: unknown) => {
  // Only the kind of an error is said: its text may hold anything.
  say(t.unexpected(error instanceof Error ? error.name : 'error'));
  return false;
});
process.exitCode = isWell ? 0 : 1;
