const HOSTS = new Set(['line.me', 'www.line.me']);

export interface OfficialAccountLink {
  /** What the link wants written into the composer. */
  readonly prefill?: string;
}

/** Links that LINE opens inside itself as the account's chat: `…/R/oaMessage/ID/?TEXT` and `…/R/ti/p/ID`. */
export function officialAccountLink(uri: string): OfficialAccountLink | undefined {
  const isLineScheme = uri.startsWith('line://');
  const path = isLineScheme ? uri.slice('line:/'.length) : lineMePath(uri);
  if (path === undefined) return undefined;
  const bare = path.replace(/^\/R\//, '/');
  if (bare.startsWith('/ti/p/')) return {};
  const message = /^\/oaMessage\/[^/?]+\/?(?:\?(.*))?$/s.exec(bare);
  if (message === null) return undefined;
  const words = decode(message[1] ?? '');
  return words === '' ? {} : { prefill: words };
}

function lineMePath(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  return HOSTS.has(url.hostname) ? url.pathname + url.search : undefined;
}

/** A link with a broken escape opens the chat with the text as it stands. */
function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
