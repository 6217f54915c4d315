/** What the page shows, kept in its address so that it can be shared, reloaded and photographed. */
export interface DeepLink {
  /** The person whose phone this is. */
  readonly as: string | undefined;
  readonly chat: string | undefined;
  /** Only the phone, for pictures. */
  readonly bare: boolean;
}

/** Reads `?as=…&chat=…&bare=1`. */
export function readDeepLink(search: string): DeepLink {
  const query = new URLSearchParams(search);
  return {
    as: query.get('as') ?? undefined,
    chat: query.get('chat') ?? undefined,
    bare: query.get('bare') === '1',
  };
}

/** Writes what `readDeepLink` reads. */
export function writeDeepLink(link: DeepLink): string {
  const query = new URLSearchParams();
  if (link.as !== undefined) query.set('as', link.as);
  if (link.chat !== undefined) query.set('chat', link.chat);
  if (link.bare) query.set('bare', '1');
  const words = query.toString();
  return words === '' ? '' : `?${words}`;
}
