import { useCallback, useRef, useState } from 'preact/hooks';
import { useApp } from '../use-app.ts';
import { type ApiFailure, asFailure } from './api-failure.ts';
import { newKey } from './new-key.ts';

/** One thing that a person sends. */
export interface Send<T> {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Gives the answer, or why there is none. A second call meanwhile does nothing and gives undefined. */
  send(path: string, body: object): Promise<T | ApiFailure | undefined>;
  clear(): void;
}

/**
 * Sends writes. What is the same as at the last try keeps its key, so that a try whose answer was lost does not count twice;
 * something else gets a new one.
 */
export function useSend<T>(): Send<T> {
  const { api } = useApp();
  const [state, setState] = useState<{ isSending: boolean; failure?: ApiFailure }>({ isSending: false });
  const last = useRef<{ said: string; key: string } | undefined>(undefined);
  const busy = useRef(false);
  const send = useCallback(
    async (path: string, body: object): Promise<T | ApiFailure | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      const said = JSON.stringify([path, body]);
      if (last.current?.said !== said) last.current = { said, key: newKey() };
      setState({ isSending: true });
      try {
        const answer = await api.post<T>(path, body, last.current.key);
        last.current = undefined;
        setState({ isSending: false });
        return answer;
      } catch (error) {
        const failure = asFailure(error);
        setState({ isSending: false, failure });
        return failure;
      } finally {
        busy.current = false;
      }
    },
    [api],
  );
  const clear = useCallback(() => setState({ isSending: false }), []);
  return { isSending: state.isSending, failure: state.failure, send, clear };
}
