import type { SimMessage, SimState } from '../../protocol.ts';

export interface FeedSnapshot {
  readonly isConnected: boolean;
  readonly state: SimState | undefined;
  /** When the state was received, by the page's own clock: the simulator's clock runs on from there. */
  readonly stateAtMs: number;
  /** All messages in the order of seq. */
  readonly messages: readonly SimMessage[];
}

const EMPTY: FeedSnapshot = {
  isConnected: false,
  state: undefined,
  stateAtMs: 0,
  messages: [],
};

/**
 * Follows the simulator over server-sent events. Every (re)connection replays from the start, so a message that
 * was changed meanwhile (unsent) and a restarted simulator are both shown as they are now. Listeners hear of a
 * burst of events once.
 */
export class SimulatorFeed {
  readonly #source: EventSource;
  readonly #listeners = new Set<() => void>();
  #messages = new Map<number, SimMessage>();
  #snapshot: FeedSnapshot = EMPTY;
  #hasNewMessages = false;
  #isTelling = false;

  constructor() {
    this.#source = new EventSource('/sim/events?after=0');
    this.#source.addEventListener('open', () => {
      this.#messages = new Map();
      this.#hasNewMessages = true;
      this.#change({ isConnected: true });
    });
    this.#source.addEventListener('error', () => this.#change({ isConnected: false }));
    this.#source.addEventListener('message', (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as SimMessage;
      this.#messages.set(message.seq, message);
      this.#hasNewMessages = true;
      this.#change({});
    });
    this.#source.addEventListener('state', (event: MessageEvent<string>) => {
      this.#change({
        state: JSON.parse(event.data) as SimState,
        stateAtMs: Date.now(),
      });
    });
  }

  get snapshot(): FeedSnapshot {
    return this.#snapshot;
  }

  /** For a state the page asked for itself. */
  takeState(state: SimState): void {
    this.#change({ state, stateAtMs: Date.now() });
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#source.close();
  }

  #change(changed: Partial<FeedSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changed };
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      if (this.#hasNewMessages) {
        this.#hasNewMessages = false;
        const messages = [...this.#messages.values()].sort((left, right) => left.seq - right.seq);
        this.#snapshot = { ...this.#snapshot, messages };
      }
      for (const listener of this.#listeners) listener();
    });
  }
}
