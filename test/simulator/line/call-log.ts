import type { SimCall } from '../protocol.ts';
import { simulatorLimits } from './simulator-limits.ts';

/** Calls in both directions, the latest ones. Header names are lower case; secrets stay in, it is a simulator. */
export class CallLog {
  readonly #calls: SimCall[] = [];
  #first = 0;
  #seq = 0;

  add(call: Omit<SimCall, 'seq'>): void {
    this.#seq += 1;
    this.#calls.push({ seq: this.#seq, ...call });
    // Dropping one at a time from a long array is slow; the dead head is cut off when it is as long as the rest.
    if (this.#calls.length - this.#first > simulatorLimits.callsKept) this.#first += 1;
    if (this.#first >= simulatorLimits.callsKept) {
      this.#calls.splice(0, this.#first);
      this.#first = 0;
    }
  }

  /** Calls with a seq above `afterSeq`, oldest first. */
  after(afterSeq: number): SimCall[] {
    const oldestSeq = this.#seq - (this.#calls.length - this.#first) + 1;
    const skip = Math.max(0, afterSeq + 1 - oldestSeq);
    return this.#calls.slice(this.#first + skip);
  }
}
