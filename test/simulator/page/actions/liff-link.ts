const HOSTS = new Set(['liff.line.me', 'miniapp.line.me']);

export interface LiffLogin {
  readonly idToken: string;
  readonly accessToken: string;
  /** Where the page gets a new token when this one has run out: it is sent back from there. */
  readonly renewUrl: string;
}

/** What follows the LIFF id in a LIFF address (`/path?query`); undefined for any other address. */
export function liffPath(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  if (!HOSTS.has(url.hostname)) return undefined;
  return url.pathname.replace(/^\/[^/]+/, '') + url.search;
}

/**
 * Where the mini-app opens for the person whose phone this is. Storage does not cross origins, so the login
 * travels in the fragment, which no server sees.
 */
export function liffAddress(liffUrl: string, path: string, login: LiffLogin): string {
  const fragment = new URLSearchParams({
    sim_id_token: login.idToken,
    sim_access_token: login.accessToken,
    sim_renew: login.renewUrl,
  });
  return `${liffUrl.replace(/\/$/, '')}${path}#${fragment}`;
}
