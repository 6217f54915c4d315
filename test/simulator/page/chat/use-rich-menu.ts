import { useEffect, useState } from 'preact/hooks';
import type { LineAction } from '../flex/flex-types.ts';

export interface RichMenuView {
  readonly richMenuId: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly selected?: boolean;
  readonly chatBarText: string;
  readonly areas: readonly {
    readonly bounds: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
    readonly action: LineAction;
  }[];
}

/** Where the simulator serves a rich menu and, under `/image`, its picture. */
export function richMenuAddress(richMenuId: string): string {
  return `/sim/richmenus/${encodeURIComponent(richMenuId)}`;
}

/** The rich menu linked to the person; nothing while it loads and where the simulator does not serve it. */
export function useRichMenu(richMenuId: string | undefined): RichMenuView | undefined {
  const [menu, setMenu] = useState<RichMenuView>();
  useEffect(() => {
    // The old one stays until the new one is there, as in LINE: the chat above would jump otherwise.
    if (richMenuId === undefined) return setMenu(undefined);
    let isCurrent = true;
    fetch(richMenuAddress(richMenuId))
      .then(async (response) => (response.ok ? ((await response.json()) as RichMenuView) : undefined))
      .then((loaded) => isCurrent && setMenu(loaded))
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [richMenuId]);
  return menu;
}
