import { useEffect, useRef, useState } from 'preact/hooks';
import type { SimCall } from '../../protocol.ts';
import { simClient } from '../live/sim-client.ts';

const CALLS_SHOWN_MAX = 30;
const ASK_EVERY_MS = 2_000;

/** The newest calls between the program and LINE, the latest first. Asks only while the page is visible. */
export function useCalls(isConnected: boolean): readonly SimCall[] {
  const [calls, setCalls] = useState<readonly SimCall[]>([]);
  const lastSeq = useRef(0);
  useEffect(() => {
    if (!isConnected) return;
    // A new connection may be to a restarted simulator that counts from the start.
    lastSeq.current = 0;
    setCalls([]);
    const ask = (): void => {
      if (document.hidden) return;
      simClient.calls(lastSeq.current).then(
        (fresh) => {
          const unseen = fresh.filter((call) => call.seq > lastSeq.current);
          if (unseen.length === 0) return;
          lastSeq.current = Math.max(...unseen.map((call) => call.seq));
          setCalls((known) => [...unseen.reverse(), ...known].slice(0, CALLS_SHOWN_MAX));
        },
        () => {},
      );
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isConnected]);
  return calls;
}
