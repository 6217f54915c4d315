import type { ComponentChildren } from 'preact';
import type { Data } from '../api/use-data.ts';
import { FailureNote } from './failure-note.tsx';
import { Waiting } from './waiting.tsx';

interface LoadedProps<T> {
  readonly data: Data<T>;
  /** How many cards to keep the place for. */
  readonly cards?: number;
  readonly children: (value: T) => ComponentChildren;
}

/** Draws what was read; before that the place for it, and what went wrong. What is there stays while it is read anew. */
export function Loaded<T>({ data, cards, children }: LoadedProps<T>) {
  return (
    <>
      {data.failure && <FailureNote failure={data.failure} again={() => void data.reload()} />}
      {data.value !== undefined ? children(data.value) : !data.failure && <Waiting cards={cards ?? 1} />}
    </>
  );
}
