import { useCallback, useRef, useState } from 'preact/hooks';
import { useApp } from '../use-app.ts';

/** Where a draft is kept: until the window closes, or until it is sent. */
export type DraftPlace = 'window' | 'phone';

/**
 * What a person has typed and not sent. It is written down at every keystroke, for this person alone, so that a reload, a new
 * login or an empty battery takes nothing. `window` is for what should not stay on a phone. Where the phone refuses to keep
 * anything, the draft lives as long as the screen.
 */
export function useDraft<T>(
  name: string,
  empty: T,
  place: DraftPlace,
): readonly [
  value: T,
  change: (value: T | ((before: T) => T)) => void,
  forget: () => void,
  wasKept: boolean,
] {
  const { session } = useApp();
  const storage = place === 'phone' ? localStorage : sessionStorage;
  const key = `draft/${session.personKey}/${name}`;
  const [kept] = useState(() => read<T>(storage, key));
  const [value, setValue] = useState<T>(kept ?? empty);
  // Several changes may come before the screen is drawn again; each is made from the one before it.
  const latest = useRef(value);
  const change = useCallback(
    (next: T | ((before: T) => T)) => {
      latest.current = typeof next === 'function' ? (next as (before: T) => T)(latest.current) : next;
      setValue(() => latest.current);
      try {
        storage.setItem(key, JSON.stringify(latest.current));
      } catch {
        // Full or forbidden: the screen still has it.
      }
    },
    [key, storage],
  );
  const forget = useCallback(() => {
    latest.current = empty;
    setValue(() => empty);
    storage.removeItem(key);
  }, [key, storage, empty]);
  return [value, change, forget, kept !== undefined];
}

function read<T>(storage: Storage, key: string): T | undefined {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
