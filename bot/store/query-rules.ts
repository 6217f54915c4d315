import type { AnyCollection, Filter } from './store.ts';
import { MAX_PAGE, StoreError } from './store.ts';

/** A query of any document type, as far as its rules go. */
export interface AnyQuery {
  readonly collection: AnyCollection;
  readonly where?: readonly Filter<never>[];
  readonly orderBy?: { readonly field: string };
  readonly after?: { readonly data: object };
  readonly limit: number;
}

/**
 * Holds a query to what both stores can answer, so that a query that works on one machine works on Firestore too.
 * @throws StoreError `misuse` for a limit outside 1..MAX_PAGE, a range on a field other than the ordered one, or a
 * cursor whose document lacks the ordered field.
 */
export function checkQuery(query: AnyQuery): void {
  const { name } = query.collection;
  const ordered = query.orderBy?.field;
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_PAGE) {
    throw new StoreError('misuse', `limit ${query.limit} of ${name}`);
  }
  for (const [field, operator] of query.where ?? []) {
    if (operator !== '==' && field !== ordered) {
      throw new StoreError(
        'misuse',
        `range on ${String(field)} of ${name}, which the query does not order by`,
      );
    }
  }
  if (query.after && ordered && (query.after.data as Record<string, unknown>)[ordered] === undefined) {
    throw new StoreError('misuse', `cursor without ${ordered} of ${name}`);
  }
}
