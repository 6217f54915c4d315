import { useCallback, useRef, useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../api/api-failure.ts';
import { newKey } from '../api/new-key.ts';
import { useApp } from '../use-app.ts';
import { uploadFile } from './upload-file.ts';

/** One place from which files are uploaded. */
export interface Upload<T> {
  /** 0 to 1 while a file is on its way. */
  readonly part: number | undefined;
  readonly failure: ApiFailure | undefined;
  /** Gives the answer, or undefined when there is none. A second call meanwhile does nothing. */
  start(path: string, bytes: Blob): Promise<T | undefined>;
}

/** Uploads files one at a time. The same file to the same place, after a failure, keeps its key: an upload whose answer was lost counts once. */
export function useUpload<T>(): Upload<T> {
  const { login } = useApp();
  const [state, setState] = useState<{ part?: number; failure?: ApiFailure }>({});
  const last = useRef<{ path: string; bytes: Blob; key: string } | undefined>(undefined);
  const busy = useRef(false);
  const start = useCallback(
    async (path: string, bytes: Blob): Promise<T | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      if (last.current?.path !== path || last.current.bytes !== bytes) {
        last.current = { path, bytes, key: newKey() };
      }
      setState({ part: 0 });
      try {
        const { key } = last.current;
        const answer = await uploadFile<T>(login, {
          path,
          bytes,
          key,
          onProgress: (part) => setState({ part }),
        });
        last.current = undefined;
        setState({});
        return answer;
      } catch (error) {
        const failure = asFailure(error);
        setState({ failure });
        return undefined;
      } finally {
        busy.current = false;
      }
    },
    [login],
  );
  return { part: state.part, failure: state.failure, start };
}
