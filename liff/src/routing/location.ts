import { useEffect, useState } from 'preact/hooks';

const BASE = '/liff';
const MOVED = 'moved';

/** The path below /liff: "/" or "/cases/ab12". */
export function currentPath(): string {
  const { pathname } = location;
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length) || '/' : '/';
}

/** The address of a path below /liff. */
export function hrefOf(path: string): string {
  return BASE + path;
}

/** Goes to a path without loading the page anew. */
export function goTo(path: string): void {
  history.pushState(null, '', hrefOf(path));
  dispatchEvent(new Event(MOVED));
}

/** Path and query, as they change. */
export function usePath(): string {
  const [path, setPath] = useState(currentPath);
  useEffect(() => {
    const update = () => setPath(currentPath());
    addEventListener('popstate', update);
    addEventListener(MOVED, update);
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return path;
}
