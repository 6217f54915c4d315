import type { Files } from '../../bot/files/files.ts';
import type { Housekeeping } from '../../bot/files/housekeeping.ts';
import type { Fate } from './crash.ts';

/** A file as a thief would find it: its bytes and when it was written. */
export interface KeptFile {
  readonly bytes: Buffer;
  readonly atMs: number;
}

/** The Files port over a map. */
export function keptFiles(kept: Map<string, KeptFile>, now: () => number): Files {
  return {
    put: async (name, bytes) => void kept.set(name, { bytes: Buffer.from(bytes), atMs: now() }),
    get: async (name) => kept.get(name)?.bytes,
    remove: async (name) => void kept.delete(name),
  };
}

/** Housekeeping over the same map. */
export function keptHousekeeping(kept: ReadonlyMap<string, KeptFile>): Housekeeping {
  return {
    removeUnfinished: async () => 0,
    oldFiles: async ({ folder, beforeMs, after = '', limit }) =>
      [...kept]
        .filter(([name, { atMs }]) => name.startsWith(`${folder}/`) && name > after && atMs < beforeMs)
        .map(([name]) => name)
        .sort()
        .slice(0, limit),
  };
}

/** The files of one life: every call may be its last, before or after it took effect. */
export function mortalFiles(files: Files, fate: Fate): Files {
  return {
    put: (name, bytes) => fate.pass(() => files.put(name, bytes)),
    get: (name) => fate.pass(() => files.get(name)),
    remove: (name) => fate.pass(() => files.remove(name)),
  };
}
