import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Closer to the end than this counts as being there: phones stop a finger's flick a little early. */
const NEAR_END_PX = 48;

/**
 * Keeps a scrolling list at its end: when something is added (`lastKey` changes) and when its height changes,
 * because quick replies, a menu or a keyboard appear. Whoever scrolled up to read stays there, unless `mustFollow`.
 */
export function useStayAtEnd(lastKey: number, mustFollow: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const list = ref.current;
    if (list !== null && (isAtEnd.current || mustFollow)) list.scrollTop = list.scrollHeight;
  }, [lastKey, mustFollow]);
  useEffect(() => {
    const list = ref.current;
    if (list === null) return;
    let height = list.clientHeight;
    const note = (): void => {
      // While the height changes it is the browser that scrolls, not the person.
      if (list.clientHeight !== height) return;
      isAtEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
    };
    const observer = new ResizeObserver(() => {
      height = list.clientHeight;
      if (isAtEnd.current) list.scrollTop = list.scrollHeight;
    });
    list.addEventListener('scroll', note, { passive: true });
    observer.observe(list);
    return () => {
      list.removeEventListener('scroll', note);
      observer.disconnect();
    };
  }, []);
  return ref;
}
