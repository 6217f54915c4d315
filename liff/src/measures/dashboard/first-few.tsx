import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dashboardText as t } from './text.ts';

/** As many as one looks through on a phone without losing the page. */
const FEW = 8;

interface FirstFewProps<T> {
  readonly all: readonly T[];
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** The first few of a list, and all of them when asked for. */
export function FirstFew<T>({ all, children }: FirstFewProps<T>) {
  const [showsAll, setShowsAll] = useState(false);
  return (
    <>
      {children(showsAll ? all : all.slice(0, FEW))}
      {!showsAll && all.length > FEW && (
        <button type="button" class="button" onClick={() => setShowsAll(true)}>
          {t.showAll(all.length)}
        </button>
      )}
    </>
  );
}
