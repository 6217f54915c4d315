import { endOf } from '../audit/chain.ts';
import { readHeads } from '../audit/read-heads.ts';
import type { AuditHead } from '../audit/records.ts';
import { type AuditVerdict, verifyAudit } from '../audit/verify.ts';
import { type AnyCollection, type Collection, ref, type Store } from '../store/store.ts';
import { carryCollection } from './carry-collection.ts';
import { carryFiles, compareFiles, countFiles } from './carry-files.ts';
import { compareCollection } from './compare-collection.ts';
import { type Move, MoveRefused } from './move.ts';
import { departures, MOVE_ID, type MoveJournal, moveJournals } from './records.ts';

/** What a finished move reports. */
export interface Moved {
  /** False when this move had been finished before and only its end was looked at. */
  readonly isNew: boolean;
  readonly documents: number;
  readonly files: number;
  /** Files that stayed where they were, by the caller's wish. */
  readonly filesLeft: number;
  /** The audit chain as it stands at the target; a chain broken before the move is carried as it is, and told. */
  readonly audit: AuditVerdict;
}

const JOURNAL = ref(moveJournals, MOVE_ID);
const DEPARTURE = ref(departures, MOVE_ID);

/**
 * Carries a whole office to an empty place, or goes on with a move that was interrupted. Every document and file is carried
 * once, then both sides are compared, and only then is the source told that its office has left. The office must not be at
 * work meanwhile: if it was, the comparison finds it. May be interrupted anywhere and started again.
 * @throws MoveRefused with the reason; StoreError when a store is out of reach (start it again).
 */
export async function moveOffice(move: Move): Promise<Moved> {
  const head = await headOf(move.from.store);
  const journal = (await move.to.store.get(JOURNAL))?.data;
  if (journal?.finishedAtMs) return finishedBefore(move, journal, head);
  await checkSource(move);
  const filesLeft = await checkFiles(move);
  if (!journal) await begin(move, head);
  else if (journal.from.seq !== head.seq || journal.from.hash !== head.hash)
    throw new MoveRefused('source-changed');

  for (const one of move.collections) await carryCollection(move, one);
  const both = bothFiles(move);
  if (both) await carryFiles(move, both.from, both.to);

  let documents = 0;
  for (const one of move.collections) documents += await compareCollection(move, one);
  const files = both ? await compareFiles(move, both.from, both.to) : 0;
  const [audit, before] = await Promise.all([verifyAudit(move.to.store), verifyAudit(move.from.store)]);
  if (JSON.stringify(audit) !== JSON.stringify(before)) throw new MoveRefused('differs', 'audit');

  await finish(move);
  return { isNew: true, documents, files, filesLeft, audit };
}

/** The target first: an office that has left a place must have arrived at another. */
async function finish(move: Move): Promise<void> {
  const atMs = move.clock.now();
  await move.to.store.transact(async (tx) => {
    const journal = await tx.get(JOURNAL);
    if (!journal) throw new MoveRefused('two-moves');
    tx.set(JOURNAL, { ...journal.data, finishedAtMs: atMs });
  });
  await move.from.store.transact(async (tx) => tx.set(DEPARTURE, { atMs }));
}

function bothFiles({ from, to, withoutFiles }: Move) {
  return !withoutFiles && from.files && to.files ? { from: from.files, to: to.files } : undefined;
}

/** The program ended between the two last writes, or the command was given once more, now with a place for the files. */
async function finishedBefore(move: Move, journal: MoveJournal, head: AuditHead): Promise<Moved> {
  if (journal.from.seq !== head.seq || journal.from.hash !== head.hash)
    throw new MoveRefused('target-not-empty');
  const filesLeft = await checkFiles(move);
  const both = bothFiles(move);
  if (both) await carryFiles(move, both.from, both.to);
  const atMs = journal.finishedAtMs ?? move.clock.now();
  await move.from.store.transact(async (tx) => {
    if (!(await tx.get(DEPARTURE))) tx.set(DEPARTURE, { atMs });
  });
  const documents = Object.values(journal.carried).reduce((sum, { count }) => sum + count, 0);
  const audit = await verifyAudit(move.to.store);
  const files = (await move.to.store.get(JOURNAL))?.data.files?.count ?? 0;
  return { isNew: false, documents, files, filesLeft, audit };
}

async function checkSource({ from, collections }: Move): Promise<void> {
  if (await from.store.get(DEPARTURE)) throw new MoveRefused('moved-away');
  const arrival = (await from.store.get(JOURNAL))?.data;
  if (arrival && arrival.finishedAtMs === null) throw new MoveRefused('source-unfinished');
  if (!(await keepsAnything(from.store, collections))) throw new MoveRefused('nothing-to-move');
}

async function keepsAnything(store: Store, collections: Move['collections']): Promise<boolean> {
  for (const one of collections) if (await isKept(store, one)) return true;
  return false;
}

/** How many files stay behind. */
async function checkFiles({ from, to, withoutFiles }: Move): Promise<number> {
  const count = from.files ? await countFiles(from.files) : 0;
  if (withoutFiles) return count;
  if (count > 0 && !to.files) throw new MoveRefused('no-place-for-files');
  return 0;
}

async function begin(move: Move, { seq, hash }: AuditHead): Promise<void> {
  for (const one of move.collections) {
    if (await isKept(move.to.store, one)) throw new MoveRefused('target-not-empty', one.name);
  }
  if (await isKept(move.to.store, departures)) throw new MoveRefused('target-not-empty', departures.name);
  if (!move.withoutFiles && move.to.files && (await move.to.files.names({ limit: 1 })).length > 0)
    throw new MoveRefused('target-not-empty', 'files');
  const journal: MoveJournal = {
    from: { seq, hash },
    startedAtMs: move.clock.now(),
    carried: {},
    files: null,
    finishedAtMs: null,
  };
  await move.to.store.transact(async (tx) => tx.create(JOURNAL, journal));
}

async function isKept(store: Store, one: AnyCollection): Promise<boolean> {
  return (await store.query({ collection: one as Collection<object>, limit: 1 })).length > 0;
}

async function headOf(store: Store): Promise<AuditHead> {
  return endOf(await readHeads(store));
}
