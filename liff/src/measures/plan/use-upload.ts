import { useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../../api/api-failure.ts';
import { newKey } from '../../api/new-key.ts';
import { apiText } from '../../api/text.ts';
import { useApp } from '../../use-app.ts';

/** One file that a person sends. */
export interface Upload<T> {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Gives the answer, or undefined when there is none. A second call meanwhile does nothing. */
  send(path: string, file: Blob): Promise<T | undefined>;
}

/** Sends files. The same file to the same place keeps its key, so that a try whose answer was lost does not count twice. */
export function useUpload<T>(): Upload<T> {
  const { api } = useApp();
  const [state, setState] = useState<{ isSending: boolean; failure?: ApiFailure }>({ isSending: false });
  const last = useRef<{ path: string; file: Blob; key: string } | undefined>(undefined);
  const busy = useRef(false);
  return {
    isSending: state.isSending,
    failure: state.failure,
    send: async (path, file) => {
      if (busy.current) return undefined;
      busy.current = true;
      if (last.current?.path !== path || last.current.file !== file) {
        last.current = { path, file, key: newKey() };
      }
      setState({ isSending: true });
      try {
        const answer = await api.upload<T>(path, file, last.current.key);
        last.current = undefined;
        setState({ isSending: false });
        return answer;
      } catch (error) {
        const failure =
          error instanceof ApiFailure ? error : new ApiFailure({ code: 'failed', sentence: apiText.failed });
        setState({ isSending: false, failure });
        return undefined;
      } finally {
        busy.current = false;
      }
    },
  };
}
