import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../use-app.ts';
import { type ApiFailure, asFailure } from './api-failure.ts';
import { type Kept, keptOnPhone } from './kept-on-phone.ts';

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

export interface DataOptions {
  /** Shows what was read the last time until the answer comes, or when none comes. Not for what should not stay on a phone. */
  readonly keep?: boolean;
}

interface State<T> {
  readonly value?: T;
  readonly failure?: ApiFailure;
  readonly isLoading: boolean;
}

/** Reads `path` from the API, and again when the path changes. An answer to an earlier path is dropped. */
export function useData<T>(path: string, { keep = false }: DataOptions = {}): Data<T> {
  const { api, session } = useApp();
  const kept: Kept<T> | undefined = keep ? keptOnPhone<T>(session.personKey, path) : undefined;
  const first = (): State<T> => {
    const value = kept?.read();
    return { ...(value === undefined ? {} : { value }), isLoading: true };
  };
  const [state, setState] = useState<State<T>>(first);
  const wanted = useRef('');
  const take = (value: T) => {
    kept?.write(value);
    setState({ value, isLoading: false });
  };
  const load = useCallback(async () => {
    wanted.current = path;
    setState(({ value }) => ({ ...(value === undefined ? {} : { value }), isLoading: true }));
    try {
      const value = await api.get<T>(path);
      if (wanted.current === path) take(value);
    } catch (error) {
      const failure = asFailure(error);
      if (wanted.current === path) {
        setState(({ value }) => ({ ...(value === undefined ? {} : { value }), failure, isLoading: false }));
      }
    }
  }, [api, path]);
  useEffect(() => {
    setState(first());
    void load();
  }, [load]);
  const replace = useCallback((value: T) => take(value), [path]);
  return { value: state.value, failure: state.failure, isLoading: state.isLoading, reload: load, replace };
}
