import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { systemClock } from '../clock.ts';
import { openOffice } from '../command-line/open-office.ts';
import { sayReport } from '../command-line/report.ts';
import { systemRandom } from '../random.ts';
import { officeKeyNames } from '../sealing/opening/office-key-file.ts';
import { readStoreSettings, type StoreSettings } from '../settings.ts';
import { StoreError } from '../store/store.ts';
import type { KeysReport } from './keys-deps.ts';
import { isKeysCommand, runKeys } from './run-keys.ts';
import { keysText as t } from './text.ts';

/** Commands after which the functions on Firebase, which see no file of this machine, need the keyring anew. */
const CHANGE_KEYRING: readonly string[] = ['make', 'rotate', 'restore'];

const [command = '', ...paths] = process.argv.slice(2);

async function readText(): Promise<string> {
  if (paths.length === 0) return readAll(process.stdin);
  return (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n');
}

/** Key files lie in `DATA_DIR/keys` wherever the store is: they must never be where the records are. */
async function run(settings: StoreSettings): Promise<KeysReport> {
  if (!isKeysCommand(command)) return { ok: false, lines: t.usage };
  // Only the first command may begin an office: a mistyped DATA_DIR or project must not look like one without keys. And where
  // a key is, an office must be: one without belongs to an office somewhere else.
  const mayBegin = command === 'make' && officeKeyNames(settings.DATA_DIR).length === 0;
  const office = await openOffice(settings, mayBegin);
  if (office.kind === 'closed') {
    const { reason } = office;
    const hint = reason === 'no-office' ? [command === 'make' ? t.keyOfOther : t.firstKey] : [];
    return { ok: false, lines: [t.closed(reason, settings), ...hint] };
  }
  const { store } = office;
  try {
    const deps = { dataDir: settings.DATA_DIR, store, clock: systemClock, random: systemRandom };
    const report = await runKeys(command, deps, readText);
    const isToSend = report.ok && settings.STORE === 'firestore' && CHANGE_KEYRING.includes(command);
    return isToSend ? { ok: true, lines: [...report.lines, t.nowDeploy] } : report;
  } finally {
    await store.close();
  }
}

/** Names of errors say enough; their texts are for developers and could be anything. */
function explain(error: unknown, { STORE }: StoreSettings): string {
  if (error instanceof StoreError) return STORE === 'firestore' ? t.outOfReach : t.storeBusy;
  if (error instanceof Error && 'code' in error && 'path' in error && error.code === 'ENOENT') {
    return t.fileUnreadable(String(error.path));
  }
  return t.failed(error instanceof Error && 'code' in error ? String(error.code) : 'error');
}

const read = readStoreSettings(process.env);
sayReport(
  'problems' in read
    ? { ok: false, lines: t.missing(read.problems) }
    : await run(read.settings).catch((error: unknown): KeysReport => {
        return { ok: false, lines: [explain(error, read.settings)] };
      }),
);
