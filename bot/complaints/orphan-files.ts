import type { Housekeeping } from '../files/housekeeping.ts';
import type { Job } from '../jobs/job.ts';
import { ref, type Store } from '../store/store.ts';
import type { ComplaintDeps } from './deps.ts';
import { CASE_FILES, cases, caseThread, DRAFT_FILES, pieces, pool, THREAD_FILES } from './records.ts';

/** A file is written before the row that names it; after a day that row will not come any more. */
const ORPHAN_AFTER_MS = 24 * 60 * 60 * 1000;
/** Files of each folder that one run looks at; the next run goes on after them. */
const FILES_PER_RUN = 1_000;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CASE_FILE = new RegExp(`^${CASE_FILES}/(${UUID})-\\d+\\.bin$`);
const THREAD_FILE = new RegExp(`^${THREAD_FILES}/(${UUID}-\\d+)-${UUID}\\.bin$`);

/** Removes what crashes left among the files: half-written ones, and whole ones older than a day that no row names. */
export function orphanFilesJob(
  { store, files, clock }: Pick<ComplaintDeps, 'store' | 'files' | 'clock'>,
  housekeeping: Housekeeping,
): Job {
  const reached = new Map<string, string>();
  return {
    name: 'complaints-orphan-files',
    run: async () => {
      const nowMs = clock.now();
      await housekeeping.removeUnfinished(nowMs);
      for (const [folder, isNamed] of Object.entries(NAMED)) {
        const page = { folder, beforeMs: nowMs - ORPHAN_AFTER_MS, limit: FILES_PER_RUN };
        const old = await housekeeping.oldFiles({ ...page, after: reached.get(folder) });
        for (const name of old) if (!(await isNamed(name, store))) await files.remove(name);
        const last = old.length === FILES_PER_RUN ? old.at(-1) : undefined;
        if (last === undefined) reached.delete(folder);
        else reached.set(folder, last);
      }
    },
  };
}

/** Whether a row names a file of a folder; what is not called as this program calls its files is left alone. */
const NAMED: Readonly<Record<string, (name: string, store: Store) => Promise<boolean>>> = {
  [DRAFT_FILES]: async (name, store) => {
    const named = await store.query({ collection: pieces, where: [['fileName', '==', name]], limit: 1 });
    return named.length > 0;
  },
  [CASE_FILES]: async (name, store) => {
    const id = CASE_FILE.exec(name)?.[1];
    if (id === undefined || (await store.get(ref(pool, id)))) return true;
    const found = await store.get(ref(cases, id));
    return found !== undefined && found.data.erasedDay === undefined;
  },
  [THREAD_FILES]: async (name, store) => {
    const id = THREAD_FILE.exec(name)?.[1];
    if (id === undefined) return true;
    return (await store.get(ref(caseThread, id)))?.data.fileNames.includes(name) ?? false;
  },
};
