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
 * @throws StoreError `misuse` for a limit outside 1..MAX_PAGE, a range on a field other than the ordered one, a cursor whose
 * document lacks the ordered field, or fields that no declared index of the collection serves.
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
  checkIndex(query.collection, query.where ?? [], ordered);
}

/**
 * The same for a count, which has no order.
 * @throws StoreError `misuse` for ranges on two fields, or fields that no declared index of the collection serves.
 */
export function checkCount({ collection, where = [] }: Pick<AnyQuery, 'collection' | 'where'>): void {
  const [ranged, ...others] = new Set(
    where.filter(([, operator]) => operator !== '==').map(([field]) => String(field)),
  );
  if (others.length > 0) throw new StoreError('misuse', `ranges on two fields of ${collection.name}`);
  checkIndex(collection, where, ranged);
}

/**
 * Firestore answers only what has an index, and its emulator answers everything: so the declarations decide, from which
 * `firestore.indexes.json` is made. An index serves the equality on all of its fields but the last together with the order or
 * range on the last, and the equality on its first fields, be it one or all, in no order (Firestore joins the indexes that it
 * keeps of single fields).
 */
function checkIndex(collection: AnyCollection, where: readonly Filter<never>[], ordered?: string): void {
  const { name, indexes, expiresAtField } = collection;
  const equal = new Set(where.map(([field]) => String(field)));
  if (ordered !== undefined) equal.delete(ordered);
  if (equal.size === 0 && ordered === undefined) return;
  const declared = expiresAtField === undefined ? indexes : [...indexes, [expiresAtField]];
  const isServed = declared.some((fields) => {
    const rest = ordered === undefined ? fields.slice(0, equal.size) : fields.slice(0, -1);
    const fits = ordered === undefined || fields.at(-1) === ordered;
    return fits && rest.length === equal.size && rest.every((field) => equal.has(field));
  });
  if (isServed) return;
  throw new StoreError(
    'misuse',
    `no index of ${name} for ${[...equal, ...(ordered ? [`order ${ordered}`] : [])]}`,
  );
}
