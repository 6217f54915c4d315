import { systemClock } from '../clock.ts';
import { openOffice } from '../command-line/open-office.ts';
import { type CommandReport, sayReport } from '../command-line/report.ts';
import { createLineClient } from '../line/line-client.ts';
import type { Log } from '../log.ts';
import { systemRandom } from '../random.ts';
import { readSettings, type Settings } from '../settings.ts';
import { StoreError } from '../store/store.ts';
import { createLineAccount } from './line-account-client.ts';
import { readOwnJson } from './read-own-json.ts';
import { runSetup } from './run-setup.ts';
import { setupText as t } from './text.ts';

/** What the command says is its log. */
const log: Log = { write: () => {} };

async function run(settings: Settings): Promise<CommandReport> {
  const office = await openOffice(settings);
  // Before the first start there is nobody to link; what is set up on LINE needs no office.
  if (office.kind === 'closed' && office.reason !== 'no-office')
    return { ok: false, lines: [t.closed(office.reason, settings)] };
  const store = office.kind === 'open' ? office.store : undefined;
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

/** Only the kind of an error is said: its text may hold anything. */
function explain(error: unknown, { STORE }: Settings): string {
  if (error instanceof StoreError && STORE === 'firestore') return t.outOfReach;
  return t.failed(error instanceof Error ? error.name : 'error');
}

const read = readSettings(process.env);
sayReport(
  'problems' in read
    ? { ok: false, lines: t.missing(read.problems) }
    : await run(read.settings).catch((error: unknown): CommandReport => {
        return { ok: false, lines: [explain(error, read.settings)] };
      }),
);
