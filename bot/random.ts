import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** The Random port: the only source of ids, codes and jitter, so that tests can replay a run from its seed. */
export interface Random {
  /** A version 4 UUID. */
  uuid(): string;
  /** `count` bytes. */
  bytes(count: number): Uint8Array;
  /** `count` decimal digits, each equally likely. */
  digits(count: number): string;
  /** A fraction in [0, 1), for jitter only. */
  fraction(): number;
}

/** Randomness fit for secrets, from the operating system. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (count) => randomBytes(count),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
};
