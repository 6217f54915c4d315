import type { Clock } from '../clock.ts';
import { allCollections } from '../collections.ts';
import { StoreError } from '../store/store.ts';
import { MoveRefused, type Place } from './move.ts';
import { moveOffice } from './move-office.ts';
import type { PlaceName } from './open-place.ts';
import { stayHere } from './stay.ts';
import { REFUSALS, moveText as t } from './text.ts';

export interface MoveCommandDeps {
  readonly clock: Clock;
  open(name: PlaceName): Promise<Place>;
  line(text: string): void;
}

type Command =
  | { readonly kind: 'move'; readonly to: PlaceName; readonly withoutFiles: boolean }
  | { readonly kind: 'stay'; readonly at: PlaceName };

function commandOf(words: readonly string[]): Command | undefined {
  const rest = words.filter((word) => word !== '--without-files');
  const [option, place] = rest;
  if (rest.length !== 2 || (place !== 'embedded' && place !== 'firestore')) return undefined;
  const withoutFiles = rest.length < words.length;
  if (option === '--to') return { kind: 'move', to: place, withoutFiles };
  return option === '--stay' && !withoutFiles ? { kind: 'stay', at: place } : undefined;
}

/** Runs `npm run move` with its words, says everything line by line, and returns whether the office is where it was to go. */
export async function runMove(words: readonly string[], deps: MoveCommandDeps): Promise<boolean> {
  const command = commandOf(words);
  if (!command) {
    t.usage.forEach(deps.line);
    return false;
  }
  try {
    if (command.kind === 'move') await move(command, deps);
    else await withPlace(deps, command.at, async ({ store }) => stayHere(store));
    if (command.kind === 'stay') deps.line(t.stays);
    return true;
  } catch (error) {
    deps.line(explain(error));
    return false;
  }
}

async function move(
  { to, withoutFiles }: Extract<Command, { kind: 'move' }>,
  deps: MoveCommandDeps,
): Promise<void> {
  const from = to === 'firestore' ? 'embedded' : 'firestore';
  deps.line(t.begins(from, to));
  await withPlace(deps, from, (source) =>
    withPlace(deps, to, async (target) => {
      if (!source.files || !target.files) deps.line(t.noBucket);
      const moved = await moveOffice({
        from: source,
        to: target,
        collections: allCollections,
        clock: deps.clock,
        withoutFiles,
        progress: (step) => deps.line(t.progress(step)),
      });
      deps.line(moved.isNew ? t.moved(moved.documents, moved.files) : t.movedBefore(moved.documents));
      if (moved.filesLeft > 0) deps.line(t.filesLeft(moved.filesLeft));
      const { audit } = moved;
      deps.line(audit.kind === 'whole' ? t.auditWhole(audit.entries) : t.auditBroken(audit.seq));
      t.keys.forEach(deps.line);
    }),
  );
}

async function withPlace(
  deps: MoveCommandDeps,
  name: PlaceName,
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const place = await deps.open(name);
  try {
    await work(place);
  } finally {
    await place.store.close();
  }
}

/** Names of errors say enough; their texts are for developers and could be anything. */
function explain(error: unknown): string {
  if (error instanceof MoveRefused) {
    return `${REFUSALS[error.reason]}${error.where ? ` (${error.where})` : ''}`;
  }
  const code =
    error instanceof StoreError || (error instanceof Error && 'code' in error) ? error.code : 'error';
  return t.interrupted(String(code));
}
