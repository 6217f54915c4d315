/**
 * Random numbers that come out the same for the same seed (mulberry32), so that a failing run can be run again.
 * Not for secrets; a simulator has none.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next number, 0 included, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True in about `rate` of the calls; a rate of 0 or nothing draws no number, so unused faults change no run. */
  chance(rate: number | undefined): boolean {
    return rate !== undefined && rate > 0 && this.next() < rate;
  }

  /** `length` characters of `alphabet`. */
  characters(alphabet: string, length: number): string {
    let result = '';
    for (let index = 0; index < length; index += 1) {
      result += alphabet.charAt(Math.floor(this.next() * alphabet.length));
    }
    return result;
  }
}
