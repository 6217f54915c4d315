import { ref } from '../store/store.ts';
import { type Move, MoveRefused, type Place } from './move.ts';
import { MOVE_ID, moveJournals } from './records.ts';

/** Files between two entries in the journal, and names asked for at once. */
export const FILES_PER_ENTRY = 50;

/** How many files a place keeps. */
export async function countFiles(files: NonNullable<Place['files']>): Promise<number> {
  let count = 0;
  for await (const page of pagesOf(files, '')) count += page.length;
  return count;
}

/** Carries what is left of the files. @throws MoveRefused `differs` when the target has another file of the same name. */
export async function carryFiles(
  move: Move,
  from: NonNullable<Place['files']>,
  to: NonNullable<Place['files']>,
): Promise<void> {
  const at = ref(moveJournals, MOVE_ID);
  const total = await countFiles(from);
  let { last, count } = (await move.to.store.get(at))?.data.files ?? { last: '', count: 0 };
  for await (const page of pagesOf(from, last)) {
    for (const name of page) {
      const bytes = await from.get(name);
      // Whoever runs the office while it is carried finds out at the comparison.
      if (!bytes) continue;
      const there = await to.get(name);
      if (there && !there.equals(bytes)) throw new MoveRefused('differs', 'files');
      if (!there) await to.put(name, bytes);
    }
    last = page.at(-1) ?? last;
    count += page.length;
    const files = { last, count };
    await move.to.store.transact(async (tx) => {
      const journal = await tx.get(at);
      if (!journal) throw new MoveRefused('two-moves', 'files');
      tx.set(at, { ...journal.data, files });
    });
    move.progress({ phase: 'carry', name: 'files', done: count, total });
  }
}

/** Reads every file on both sides. @throws MoveRefused `differs` when one is missing, added or not the same. */
export async function compareFiles(
  move: Move,
  from: NonNullable<Place['files']>,
  to: NonNullable<Place['files']>,
): Promise<number> {
  const total = await countFiles(from);
  if ((await countFiles(to)) !== total) throw new MoveRefused('differs', 'files');
  let done = 0;
  for await (const page of pagesOf(from, '')) {
    for (const name of page) {
      const [ours, theirs] = await Promise.all([from.get(name), to.get(name)]);
      if (!ours || !theirs?.equals(ours)) throw new MoveRefused('differs', 'files');
    }
    done += page.length;
    move.progress({ phase: 'compare', name: 'files', done, total });
  }
  return done;
}

async function* pagesOf(
  files: NonNullable<Place['files']>,
  after: string,
): AsyncGenerator<readonly string[]> {
  let last = after;
  for (;;) {
    const page = await files.names({ after: last, limit: FILES_PER_ENTRY });
    if (page.length > 0) yield page;
    last = page.at(-1) ?? last;
    if (page.length < FILES_PER_ENTRY) return;
  }
}
