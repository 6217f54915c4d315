import { openOffice } from '../command-line/open-office.ts';
import { type CommandReport, sayReport } from '../command-line/report.ts';
import { readStoreSettings, type StoreSettings } from '../settings.ts';
import { auditText as t } from './text.ts';
import { verifyAudit } from './verify.ts';

/** `npm run audit`: reads the office's whole audit chain, wherever its store is, and says whether it is whole. */
async function run(settings: StoreSettings): Promise<CommandReport> {
  const office = await openOffice(settings);
  if (office.kind === 'closed') return { ok: false, lines: [t.closed(office.reason, settings)] };
  try {
    const verdict = await verifyAudit(office.store);
    return { ok: verdict.kind === 'whole', lines: t.verdict(verdict) };
  } finally {
    await office.store.close();
  }
}

const read = readStoreSettings(process.env);
sayReport(
  'problems' in read
    ? { ok: false, lines: t.missing(read.problems) }
    : await run(read.settings).catch(() => ({
        ok: false,
        lines: [read.settings.STORE === 'firestore' ? t.outOfReach : t.failed],
      })),
);
