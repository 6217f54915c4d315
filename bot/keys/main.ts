import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { systemClock } from '../clock.ts';
import { systemRandom } from '../random.ts';
import { openEmbeddedStore } from '../store/embedded.ts';
import { StoreError } from '../store/store.ts';
import type { KeysReport } from './keys-deps.ts';
import { isKeysCommand, runKeys } from './run-keys.ts';
import { keysText as t } from './text.ts';

/** The same default as the program itself has. */
const dataDir = process.env['DATA_DIR'] || './data';
const [command = '', ...paths] = process.argv.slice(2);

async function readText(): Promise<string> {
  if (paths.length === 0) return readAll(process.stdin);
  return (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n');
}

async function run(): Promise<KeysReport> {
  if ((process.env['STORE'] || 'embedded') !== 'embedded') return { ok: false, lines: [t.embeddedOnly] };
  const path = join(dataDir, 'office.db');
  // Only the first command may start a new data folder; a mistyped DATA_DIR must not look like an office without keys.
  if (command !== 'make' && !existsSync(path)) {
    return { ok: false, lines: isKeysCommand(command) ? [t.noData(dataDir)] : t.usage };
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store = await openEmbeddedStore({ path });
  try {
    return await runKeys(command, { dataDir, store, clock: systemClock, random: systemRandom }, readText);
  } finally {
    await store.close();
  }
}

/** Names of errors say enough; their texts are for developers and could be anything. */
function explain(error: unknown): string {
  if (error instanceof StoreError) return t.storeBusy;
  if (error instanceof Error && 'code' in error && 'path' in error && error.code === 'ENOENT') {
    return t.fileUnreadable(String(error.path));
  }
  return t.failed(error instanceof Error && 'code' in error ? String(error.code) : 'error');
}

const report = await run().catch((error: unknown): KeysReport => ({ ok: false, lines: [explain(error)] }));
process.stdout.write(`${report.lines.join('\n')}\n`);
process.exitCode = report.ok ? 0 : 1;
