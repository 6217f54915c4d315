import { verifyAudit } from '../../bot/audit/verify.ts';
import { allCollections } from '../../bot/collections.ts';
import { publishedOf, tallyOf } from '../../bot/complaints/statistics.ts';
import { digestOf } from '../../bot/move/compare-collection.ts';
import type { Place } from '../../bot/move/move.ts';
import { yearPeriod } from '../../shared/complaints/periods.ts';
import { fiscalYearOf } from '../../shared/thai/fiscal-year.ts';
import { LAST_DAY } from './large-office.ts';

/** All that must be the same wherever the office lives: every collection, the published statistics, the audit chain, the files. */
export async function officeFacts({ store, files }: Place): Promise<object> {
  const collections: Record<string, object> = {};
  for (const one of allCollections) collections[one.name] = await digestOf(store, one);
  const year = fiscalYearOf(LAST_DAY);
  const statistics = publishedOf(await tallyOf(store, year), yearPeriod(year), LAST_DAY);
  const contents: Record<string, string | undefined> = {};
  for (const name of (await files?.names({ limit: 10_000 })) ?? []) {
    contents[name] = (await files?.get(name))?.toString('base64');
  }
  return { collections, statistics, audit: await verifyAudit(store), contents };
}
