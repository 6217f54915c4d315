import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../use-app.ts';
import { ApiFailure } from './api-failure.ts';
import { apiText } from './text.ts';

/** What is known of something that is read from the server. */
export interface Data<T> {
  readonly value: T | undefined;
  readonly failure: ApiFailure | undefined;
  /** True from the first moment, and again while it is read anew; what was there stays meanwhile. */
  readonly isLoading: boolean;
  reload(): Promise<void>;
  /** Takes over what a write gave back. */
  replace(value: T): void;
}

/** Reads `path` from the API, and again when the path changes. An answer to an earlier path is dropped. */
export function useData<T>(path: string): Data<T> {
  const { api } = useApp();
  const [state, setState] = useState<{ value?: T; failure?: ApiFailure; isLoading: boolean }>({
    isLoading: true,
  });
  const wanted = useRef('');
  const load = useCallback(async () => {
    wanted.current = path;
    setState(({ value }) => ({ ...(value === undefined ? {} : { value }), isLoading: true }));
    try {
      const value = await api.get<T>(path);
      if (wanted.current === path) setState({ value, isLoading: false });
    } catch (error) {
      const failure =
        error instanceof ApiFailure ? error : new ApiFailure({ code: 'failed', sentence: apiText.failed });
      if (wanted.current === path) {
        setState(({ value }) => ({ ...(value === undefined ? {} : { value }), failure, isLoading: false }));
      }
    }
  }, [api, path]);
  useEffect(() => {
    setState({ isLoading: true });
    void load();
  }, [load]);
  const replace = useCallback((value: T) => setState({ value, isLoading: false }), []);
  return { value: state.value, failure: state.failure, isLoading: state.isLoading, reload: load, replace };
}
