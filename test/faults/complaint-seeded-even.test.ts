import { expect, it } from 'vitest';
import { LIVES, liveEverySecond } from './complaint-lives.ts';

/** Two test files share the lives, so that both cores do. */
it(`keeps G1, G2, G4 and G8 in the even half of ${LIVES} seeded lives of citizens, with crashes, redelivery, disorder and LINE failing`, async () => {
  const { lives, filed, failures } = await liveEverySecond(2);
  expect(failures).toEqual([]);
  // A storm in which nobody files proves nothing.
  expect(filed).toBeGreaterThan(lives / 2);
}, 900_000);
