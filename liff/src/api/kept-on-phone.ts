/** Answers kept for all persons of a phone together; the oldest give way. */
const MAX_KEPT = 20;
const PREFIX = 'kept/';

/** A place on the phone for one answer of the server. */
export interface Kept<T> {
  read(): T | undefined;
  write(value: T): void;
}

/** The place for what a path answered to this person. A phone that refuses to keep things keeps nothing, and nothing fails. */
export function keptOnPhone<T>(personKey: string, path: string): Kept<T> {
  const key = `${PREFIX}${personKey}${path}`;
  return {
    read: () => {
      try {
        const text = localStorage.getItem(key);
        return text === null ? undefined : (JSON.parse(text) as { value: T }).value;
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify({ atMs: Date.now(), value }));
        forgetOldest();
      } catch {
        forgetOldest(0);
      }
    },
  };
}

function forgetOldest(keep = MAX_KEPT): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    if (keys.length <= keep) return;
    const ageOf = (key: string) =>
      (JSON.parse(localStorage.getItem(key) ?? '{}') as { atMs?: number }).atMs ?? 0;
    const oldestFirst = keys.map((key) => ({ key, atMs: ageOf(key) })).sort((a, b) => a.atMs - b.atMs);
    for (const { key } of oldestFirst.slice(0, keys.length - keep)) localStorage.removeItem(key);
  } catch {
    // What cannot be tidied stays.
  }
}
