import { useEffect, useState } from 'preact/hooks';
import type { SimDemo } from '../../protocol.ts';
import { simClient } from './sim-client.ts';
import { type FeedSnapshot, SimulatorFeed } from './simulator-feed.ts';

export interface Simulator extends FeedSnapshot {
  readonly demo: SimDemo | undefined;
  /** Fetches the state again, after a change that the simulator does not announce. */
  readonly refresh: () => Promise<void>;
}

const nothing: FeedSnapshot = {
  isConnected: false,
  state: undefined,
  stateAtMs: 0,
  messages: [],
};

/** The simulator as it is now; the page is drawn again whenever it changes. */
export function useSimulator(): Simulator {
  const [snapshot, setSnapshot] = useState(nothing);
  const [feed, setFeed] = useState<SimulatorFeed>();
  const [demo, setDemo] = useState<SimDemo>();
  useEffect(() => {
    const opened = new SimulatorFeed();
    const stop = opened.listen(() => setSnapshot(opened.snapshot));
    setFeed(opened);
    simClient.state().then(
      (state) => opened.takeState(state),
      () => {},
    );
    return () => {
      stop();
      opened.close();
    };
  }, []);
  const { isConnected } = snapshot;
  useEffect(() => {
    // Asked at every connection: the program may have been started after its simulator.
    if (isConnected) simClient.demo().then(setDemo, () => {});
  }, [isConnected]);
  const refresh = async (): Promise<void> => {
    const state = await simClient.state();
    feed?.takeState(state);
  };
  return { ...snapshot, demo, refresh };
}
