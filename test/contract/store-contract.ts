import { afterEach, beforeEach, describe } from 'vitest';
import { documentsContract } from './store-contract-documents.ts';
import { indexesContract } from './store-contract-indexes.ts';
import { modelContract } from './store-contract-model.ts';
import { queriesContract } from './store-contract-queries.ts';
import { racesContract } from './store-contract-races.ts';
import { transactionsContract } from './store-contract-transactions.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** A test that fights over locks on a busy machine of two cores took up to 8 s. */
const TEST_LIMIT_MS = 60_000;

/**
 * What every store promises, as tests. Each test gets an empty store from `makeStore`.
 * A store that passes may stand behind the program; what is not tested here the program must not rely on.
 */
export function storeContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`the store contract, kept by ${name}`, {
    timeout: TEST_LIMIT_MS,
  }, () => {
    let current: StoreUnderTest | undefined;

    beforeEach(async () => {
      current = await makeStore();
    }, TEST_LIMIT_MS);

    afterEach(async () => {
      await current?.cleanup();
      current = undefined;
    }, TEST_LIMIT_MS);

    const subject = (): StoreUnderTest => {
      if (!current) throw new Error('no store is open');
      return current;
    };

    documentsContract(subject);
    transactionsContract(subject);
    racesContract(subject);
    queriesContract(subject);
    indexesContract(subject);
    modelContract(subject);
  });
}
