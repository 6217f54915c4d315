import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { createLineClient } from '../line/line-client.ts';
import type { Log } from '../log.ts';
import { systemRandom } from '../random.ts';
import { readSettings, type Settings } from '../settings.ts';
import { openEmbeddedStore } from '../store/embedded.ts';
import type { SetupReport } from './finding.ts';
import { createLineAccount } from './line-account-client.ts';
import { readOwnJson } from './read-own-json.ts';
import { runSetup } from './run-setup.ts';
import { setupText as t } from './text.ts';

/** What the command says is its log. */
const log: Log = { write: () => {} };

async function run(settings: Settings): Promise<SetupReport> {
  if (settings.STORE !== 'embedded') return { ok: false, lines: [t.embeddedOnly] };
  const path = join(settings.DATA_DIR, 'office.db');
  // Setting up starts no data folder: before the first start there is nobody to link.
  const store = existsSync(path) ? await openEmbeddedStore({ path }) : undefined;
  const reach = {
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    apiUrl: settings.LINE_API_URL,
    dataApiUrl: settings.LINE_DATA_API_URL,
    clock: systemClock,
    log,
  };
  try {
    return await runSetup({
      settings,
      store,
      account: createLineAccount(reach),
      line: createLineClient(reach),
      clock: systemClock,
      random: systemRandom,
      readJson: readOwnJson,
    });
  } finally {
    await store?.close();
  }
}

const read = readSettings(process.env);
const report =
  'problems' in read
    ? { ok: false, lines: t.missing(read.problems) }
    : // Only the kind of an error is said: its text may hold anything.
      await run(read.settings).catch((error: unknown): SetupReport => {
        return { ok: false, lines: [t.failed(error instanceof Error ? error.name : 'error')] };
      });
process.stdout.write(`${report.lines.join('\n')}\n`);
process.exitCode = report.ok ? 0 : 1;
