/**
 * LINE's clock. It runs on the given one, moved by an offset, so that tokens, retry keys and months can be brought to
 * their end without waiting.
 */
export class SimClock {
  readonly #source: () => number;
  #offsetMs = 0;

  constructor(source: () => number) {
    this.#source = source;
  }

  now(): number {
    return this.#source() + this.#offsetMs;
  }

  /** From here the clock runs on from `nowMs`, forwards or backwards of where it was. */
  set(nowMs: number): void {
    this.#offsetMs = nowMs - this.#source();
  }

  /** The clock underneath, for measuring how long something took while somebody may set this one. */
  elapsed(): number {
    return this.#source();
  }
}
