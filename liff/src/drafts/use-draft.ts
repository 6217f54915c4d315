import { useCallback, useState } from 'preact/hooks';
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
): readonly [value: T, change: (value: T) => void, forget: () => void, wasKept: boolean] {
  const { session } = useApp();
  const storage = place === 'phone' ? localStorage : sessionStorage;
  const key = `draft/${session.personKey}/${name}`;
  const [state, setState] = useState<{ value: T; wasKept: boolean }>(() => {
    const kept = read<T>(storage, key);
    return kept === undefined ? { value: empty, wasKept: false } : { value: kept, wasKept: true };
  });
  const change = useCallback(
    (value: T) => {
      setState(({ wasKept }) => ({ value, wasKept }));
      try {
        storage.setItem(key, JSON.stringify(value));
      } catch {
        // Full or forbidden: the screen still has it.
      }
    },
    [key, storage],
  );
  const forget = useCallback(() => {
    setState({ value: empty, wasKept: false });
    storage.removeItem(key);
  }, [key, storage, empty]);
  return [state.value, change, forget, state.wasKept];
}

function read<T>(storage: Storage, key: string): T | undefined {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
