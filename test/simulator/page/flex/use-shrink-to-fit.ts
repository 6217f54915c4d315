import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** LINE stops shrinking at some size; smaller than this nobody could read it. */
const FONT_SIZE_MIN_PX = 8;

/** `adjustMode: shrink-to-fit`: lowers the font size of one line until it fits, down to a readable minimum. */
export function useShrinkToFit<T extends HTMLElement>(isOn: boolean, text: string): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isOn || element === null) return;
    let size = Number.parseFloat(getComputedStyle(element).fontSize);
    while (element.scrollWidth > element.clientWidth && size > FONT_SIZE_MIN_PX) {
      size -= 1;
      element.style.fontSize = `${size}px`;
    }
  }, [isOn, text]);
  return ref;
}
