import { useCallback, useRef, useState } from 'preact/hooks';
import type { DownloadTicket } from '../../../shared/api/download.ts';
import { useApp } from '../use-app.ts';
import { type ApiFailure, asFailure } from './api-failure.ts';
import { newKey } from './new-key.ts';

/** Saving one kind of file. */
export interface Download {
  readonly isWorking: boolean;
  readonly failure: ApiFailure | undefined;
  /** Opens the phone's browser, which saves the file. */
  start(kind: string, input: object): Promise<void>;
}

/**
 * Saves files through an address that works once: the browser inside LINE saves nothing that a page fetched. Who may have the
 * file is decided by the server when the address is made, and again when it is used.
 */
export function useDownload(): Download {
  const { api, login } = useApp();
  const [state, setState] = useState<{ isWorking: boolean; failure?: ApiFailure }>({ isWorking: false });
  const busy = useRef(false);
  const start = useCallback(
    async (kind: string, input: object) => {
      if (busy.current) return;
      busy.current = true;
      setState({ isWorking: true });
      try {
        const { path } = await api.post<DownloadTicket>('/downloads', { kind, input }, newKey());
        login.openOutside(new URL(path, location.origin).href);
        setState({ isWorking: false });
      } catch (error) {
        const failure = asFailure(error);
        setState({ isWorking: false, failure });
      } finally {
        busy.current = false;
      }
    },
    [api, login],
  );
  return { isWorking: state.isWorking, failure: state.failure, start };
}
