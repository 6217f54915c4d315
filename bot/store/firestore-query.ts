import type { Firestore, Query as FirestoreQuery } from 'firebase-admin/firestore';
import { type FirestoreSdk, toFirestoreField } from './firestore-values.ts';
import { type AnyQuery, checkQuery } from './query-rules.ts';
import type { Filter, Query } from './store.ts';

/** The documents that match `where`, in no order yet. Field names are taken whole: a dot in one reaches into nothing. */
export function matching<T extends object>(
  sdk: FirestoreSdk,
  db: Firestore,
  { collection, where = [] }: Pick<Query<T>, 'collection' | 'where'>,
): FirestoreQuery {
  return where.reduce<FirestoreQuery>(
    (query, [field, operator, value]: Filter<T>) =>
      query.where(new sdk.FieldPath(field), operator, toFirestoreField(sdk, collection, field, value)),
    db.collection(collection.name),
  );
}

/**
 * One page, ordered and continued by (field, id), so that Firestore reads and bills the page's documents alone.
 * @throws StoreError `misuse` for what `checkQuery` refuses.
 */
export function page<T extends object>(sdk: FirestoreSdk, db: Firestore, query: Query<T>): FirestoreQuery {
  checkQuery(query as unknown as AnyQuery);
  const { collection, orderBy, after, limit } = query;
  const id = sdk.FieldPath.documentId();
  const found = matching(sdk, db, query);
  if (!orderBy) {
    const ordered = found.orderBy(id);
    return (after ? ordered.startAfter(after.id) : ordered).limit(limit);
  }
  const { field, direction } = orderBy;
  const ordered = found.orderBy(new sdk.FieldPath(field), direction).orderBy(id, direction);
  if (!after) return ordered.limit(limit);
  const last = toFirestoreField(sdk, collection, field, after.data[field]);
  return ordered.startAfter(last, after.id).limit(limit);
}
