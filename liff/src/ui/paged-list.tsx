import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useData } from '../api/use-data.ts';
import { Loaded } from './loaded.tsx';

interface PagedListProps<
  Page extends { readonly next?: string | undefined },
  Item extends { readonly id: string },
> {
  /** With its query; `after` is added for further pages. */
  readonly path: string;
  readonly itemsOf: (page: Page) => readonly Item[];
  readonly line: (item: Item) => ComponentChildren;
  /** Stands where there is nothing. */
  readonly none: ComponentChildren;
  readonly more: string;
}

/** A list that is read page by page: those asked for stand one below the other. Another path is another list: give it a `key`. */
export function PagedList<
  Page extends { readonly next?: string | undefined },
  Item extends { readonly id: string },
>({ path, itemsOf, line, none, more }: PagedListProps<Page, Item>) {
  const [earlier, setEarlier] = useState<readonly Item[]>([]);
  const [after, setAfter] = useState<string>();
  const data = useData<Page>(after === undefined ? path : `${path}&after=${encodeURIComponent(after)}`);
  const next = data.value?.next;
  const shown = [...earlier, ...(data.value ? itemsOf(data.value) : [])];
  return (
    <>
      {shown.length > 0 && (
        <ul class="stack">
          {shown.map((one) => (
            <li key={one.id}>{line(one)}</li>
          ))}
        </ul>
      )}
      <Loaded data={data} cards={shown.length > 0 ? 1 : 3}>
        {() => shown.length === 0 && none}
      </Loaded>
      {next !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setEarlier(shown);
            setAfter(next);
          }}
        >
          {more}
        </button>
      )}
    </>
  );
}
