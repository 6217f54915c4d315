import type { SimFaults } from '../protocol.ts';
import { SeededRandom } from './seeded-random.ts';

export type ApiFault = NonNullable<SimFaults['api']>[number];

/** Misbehaviour as asked for. All draws come from one seed, so a run with the same calls misbehaves the same way. */
export class Faults {
  #faults: SimFaults = {};
  #random = new SeededRandom(0);
  #timesLeft: number[] = [];

  set(faults: SimFaults): void {
    this.#faults = faults;
    this.#random = new SeededRandom(faults.seed ?? 0);
    this.#timesLeft = (faults.api ?? []).map((rule) => rule.times ?? Number.POSITIVE_INFINITY);
  }

  get contentNotReadyTimes(): number {
    return this.#faults.contentNotReadyTimes ?? 0;
  }

  /** The fault for this call: the first rule that matches, has times left and is drawn. */
  forCall(method: string, path: string): ApiFault['answer'] | undefined {
    for (const [index, rule] of (this.#faults.api ?? []).entries()) {
      const left = this.#timesLeft[index] ?? 0;
      const matches = path.startsWith(rule.path) && (rule.method ?? method).toUpperCase() === method;
      if (!matches || left <= 0) continue;
      if (rule.rate !== undefined && !this.#random.chance(rule.rate)) continue;
      this.#timesLeft[index] = left - 1;
      return rule.answer;
    }
    return undefined;
  }

  /** What happens to one webhook. Always draws in the same order. */
  forWebhook(): {
    readonly duplicate: boolean;
    readonly redeliver: boolean;
    readonly disorder: boolean;
  } {
    const rates = this.#faults.webhook ?? {};
    const duplicate = this.#random.chance(rates.duplicateRate);
    const redeliver = this.#random.chance(rates.redeliverRate);
    const disorder = this.#random.chance(rates.disorderRate);
    return { duplicate, redeliver, disorder };
  }
}
