import { useEffect, useState } from 'preact/hooks';

const REDRAW_EVERY_MS = 5_000;

/** The simulator's time, running on between two states. Undefined until the first state came. */
export function useSimNow(nowMs: number | undefined, receivedAtMs: number): number | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), REDRAW_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs === undefined ? undefined : nowMs + (Date.now() - receivedAtMs);
}
