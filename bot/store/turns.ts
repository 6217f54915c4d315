/**
 * Turn-taking between the transactions of one process over the keys they have fought for.
 *
 * Firestore's read locks are shared: two transactions that both read a document and then write it wait for each other
 * until one is given up. Here the second one waits before it reads. Only keys of a lost fight are taken, so documents
 * that everybody reads and nobody writes keep nobody waiting. Turns save time; that nothing is lost is Firestore's doing.
 */
export class Turns {
  /** Who waits for each key that is held, in order of arrival. */
  readonly #waiting = new Map<string, (() => void)[]>();

  isHeld(key: string): boolean {
    return this.#waiting.has(key);
  }

  /** Resolves when the key is the caller's. To take several without deadlock, take them in sorted order and none after. */
  async take(key: string): Promise<void> {
    const queue = this.#waiting.get(key);
    if (queue) await new Promise<void>((resolve) => queue.push(resolve));
    else this.#waiting.set(key, []);
  }

  /** Hands the key to the next in line. */
  release(key: string): void {
    const next = this.#waiting.get(key)?.shift();
    if (next) next();
    else this.#waiting.delete(key);
  }
}

/** The turns that one run of a transaction holds. */
export class Turn {
  readonly #turns: Turns;
  readonly #held = new Set<string>();
  #started = false;
  #ended = false;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Takes all keys, waiting as long as it needs. Called once, before the run reads anything. */
  async takeAll(keys: Iterable<string>): Promise<void> {
    for (const key of [...keys].sort()) await this.#take(key);
  }

  /**
   * Asks to read `key`. `false` means that somebody holds it and that this run, which has read other things, must start
   * again: to wait with read locks in hand is how two transactions block each other.
   */
  async mayRead(key: string): Promise<boolean> {
    const first = !this.#started && this.#held.size === 0;
    this.#started = true;
    if (this.#held.has(key) || !this.#turns.isHeld(key)) return true;
    if (!first) return false;
    await this.#take(key);
    return true;
  }

  async #take(key: string): Promise<void> {
    await this.#turns.take(key);
    // The run may have run out of time while it stood in line.
    if (this.#ended) this.#turns.release(key);
    else this.#held.add(key);
  }

  end(): void {
    this.#ended = true;
    for (const key of this.#held) this.#turns.release(key);
    this.#held.clear();
  }
}
