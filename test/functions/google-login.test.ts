import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDeploySettings } from '../../functions/deploy/deploy-settings.ts';
import { type FirebaseTools, firebaseTools } from '../../functions/deploy/firebase-tools.ts';
import { functionsEnv } from '../../functions/deploy/functions-env.ts';
import { deployText } from '../../functions/deploy/text.ts';
import { quickFolder } from '../faults/quick-folder.ts';

/** The pinned firebase-tools itself, without a Google account: it may have to be installed first. */
const INSTALL_MS = 300_000;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = `${ROOT}functions/deploy/main.ts`;
const PRELOAD = pathToFileURL(`${ROOT}functions/deploy/use-google-login.ts`).href;
const TSX = import.meta.resolve('tsx');
/** Each test starts several programs, on a machine that runs other tests, too. */
const PROGRAMS_MS = 120_000;
const SETTINGS = {
  GOOGLE_CLOUD_PROJECT: 'prongsai-test',
  LINE_CHANNEL_SECRET: 'secret-of-the-channel',
  LINE_CHANNEL_ACCESS_TOKEN: 'token-of-the-channel',
  LINE_LOGIN_CHANNEL_ID: '2000000009',
  LIFF_ID: '2000000009-prongsai',
};
/** A login as firebase-tools keeps it. */
const LOGIN = {
  user: { email: 'officer@example.go.th' },
  tokens: { refresh_token: 'a-refresh-token', scopes: [] },
};

let tools: FirebaseTools;
let home: string;
beforeAll(() => {
  tools = firebaseTools(() => {});
}, INSTALL_MS);
beforeEach(() => {
  home = quickFolder('prongsai-login-');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function logIn(): void {
  mkdirSync(join(home, '.config', 'configstore'), { recursive: true });
  writeFileSync(join(home, '.config', 'configstore', 'firebase-tools.json'), JSON.stringify(LOGIN));
}

/** Runs Node in a folder of its own as another person of this machine, who shares its installed firebase-tools. */
function node(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, ...words], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH, HOME: home, XDG_CACHE_HOME: cache, DATA_DIR: join(home, 'data'), ...environment },
  });
  return { status, stdout, text: stdout + stderr };
}

describe('the login of firebase-tools', { timeout: PROGRAMS_MS }, () => {
  const say = "process.stdout.write(process.env.GOOGLE_APPLICATION_CREDENTIALS ?? 'none')";
  const preload = (environment: Readonly<Record<string, string>>) =>
    node(['--import', PRELOAD, '--input-type=module', '-e', say], environment).stdout;

  it('becomes the credentials that Google’s libraries sign in with, readable by their owner only', () => {
    logIn();
    const path = preload({ GOOGLE_CLOUD_PROJECT: 'prongsai-test' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      type: 'authorized_user',
      refresh_token: 'a-refresh-token',
    });
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is left alone where there is none, where another one is set, and where an emulator is used', () => {
    expect(preload({ GOOGLE_CLOUD_PROJECT: 'prongsai-test' })).toBe('none');
    logIn();
    expect(preload({})).toBe('none');
    const own = { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_APPLICATION_CREDENTIALS: '/own.json' };
    expect(preload(own)).toBe('/own.json');
    expect(preload({ GOOGLE_CLOUD_PROJECT: 'p', FIRESTORE_EMULATOR_HOST: '127.0.0.1:1' })).toBe('none');
  });
});

describe('npm run deploy, as typed', { timeout: PROGRAMS_MS }, () => {
  it('says how it is used, what settings are missing, and that nobody is signed in; and none of it is a success', () => {
    const unknown = node([MAIN, '--now'], SETTINGS);
    expect(unknown).toMatchObject({ status: 1, text: expect.stringContaining('--check') });
    const { LIFF_ID: _, ...without } = SETTINGS;
    expect(node([MAIN, '--check'], without)).toMatchObject({
      status: 1,
      text: expect.stringContaining('LIFF_ID: missing'),
    });
    const nobody = node([MAIN, '--check'], SETTINGS);
    expect(nobody).toMatchObject({ status: 1, text: expect.stringContaining(deployText.noLogin) });
    expect(nobody.text).not.toContain(SETTINGS.LINE_CHANNEL_ACCESS_TOKEN);
    // The same from a file, which the environment goes before.
    const lines = Object.entries(SETTINGS).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(home, '.env'), lines.join(''));
    expect(node([MAIN, '--check'], {}).text).toContain(deployText.noLogin);
    expect(node([MAIN, '--check'], { GOOGLE_CLOUD_PROJECT: '?' }).text).toContain(
      'GOOGLE_CLOUD_PROJECT: missing',
    );
  });
});

it('firebase-tools reads the functions’ settings as they were written, and takes every name', () => {
  const read = readDeploySettings(SETTINGS);
  if ('problems' in read) return expect.fail(read.problems.join());
  const env = createRequire(import.meta.url)(join(tools.folder, 'lib', 'functions', 'env')) as {
    parseStrict(text: string): Readonly<Record<string, string>>;
  };
  expect(env.parseStrict(functionsEnv(read.settings, 'prongsai-test.firebasestorage.app'))).toEqual({
    LIFF_ID: SETTINGS.LIFF_ID,
    LINE_LOGIN_CHANNEL_ID: SETTINGS.LINE_LOGIN_CHANNEL_ID,
    PUBLIC_URL: 'https://prongsai-test.web.app',
    STORAGE_BUCKET: 'prongsai-test.firebasestorage.app',
  });
  expect(() => functionsEnv(read.settings, 'a"\nLINE_API_URL="http://elsewhere')).toThrow(RangeError);
});
