import { useRef, useState } from 'preact/hooks';

const SHOWN_MS = 3_000;

/** A short word to the person that goes away by itself. */
export function useToast(): readonly [words: string, say: (words: string) => void] {
  const [words, setWords] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (next: string): void => {
    clearTimeout(timer.current);
    setWords(next);
    timer.current = setTimeout(() => setWords(''), SHOWN_MS);
  };
  return [words, say];
}
