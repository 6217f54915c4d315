import type { Login } from './login.ts';

const KEY = 'simulated-login';

interface Kept {
  readonly idToken: string;
  /** Where the simulated LINE sends one back with a new token. */
  readonly renewUrl: string;
}

/**
 * Login at a simulated LINE on the same machine, which puts the token into the fragment of the link. The fragment is taken
 * off the address at once. The server asks that LINE about the token as it would ask the real one.
 */
export async function startSimulatorLogin(): Promise<Login> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const idToken = fragment.get('sim_id_token');
  if (idToken !== null) {
    const kept: Kept = { idToken, renewUrl: fragment.get('sim_renew') ?? '' };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
    history.replaceState(null, '', location.pathname + location.search);
  }
  const stored = sessionStorage.getItem(KEY);
  const login = stored === null ? undefined : (JSON.parse(stored) as Kept);
  return {
    idToken: () => login?.idToken,
    renew: () => {
      if (!login?.renewUrl) return false;
      location.assign(`${login.renewUrl}&redirect=${encodeURIComponent(location.href)}`);
      return true;
    },
    openOutside: (url) => {
      window.open(url, '_blank', 'noopener');
    },
  };
}
