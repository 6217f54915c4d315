import { useEffect, useState } from 'preact/hooks';
import { type DeepLink, readDeepLink, writeDeepLink } from './chat/deep-link.ts';

/** Person and chat on screen, kept in the address. Going back in the browser goes back here too. */
export function useDeepLink(): readonly [DeepLink, (change: Partial<DeepLink>) => void] {
  const [link, setLink] = useState(() => readDeepLink(location.search));
  useEffect(() => {
    const read = (): void => setLink(readDeepLink(location.search));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const change = (part: Partial<DeepLink>): void => {
    const next = { ...link, ...part };
    history.pushState(null, '', location.pathname + writeDeepLink(next));
    setLink(next);
  };
  return [link, change];
}
