import type { AnyCollection } from './store.ts';

type Order = 'ASCENDING' | 'DESCENDING';

interface IndexedField {
  readonly fieldPath: string;
  readonly order: Order;
}

interface CompositeIndex {
  readonly collectionGroup: string;
  readonly queryScope: 'COLLECTION';
  readonly fields: readonly IndexedField[];
}

interface FieldOverride {
  readonly collectionGroup: string;
  readonly fieldPath: string;
  readonly ttl: true;
  readonly indexes: readonly {
    readonly order: Order;
    readonly queryScope: 'COLLECTION';
  }[];
}

/** What `firestore.indexes.json` holds. */
export interface IndexesFile {
  readonly indexes: readonly CompositeIndex[];
  readonly fieldOverrides: readonly FieldOverride[];
}

const ORDERS: readonly Order[] = ['ASCENDING', 'DESCENDING'];

/** Equality does not care for the direction of its field; the ordered field, the last one, is wanted in both. */
function compositeIndexes({ name, indexes }: AnyCollection): CompositeIndex[] {
  const distinct = new Map(indexes.map((fields) => [fields.join('/'), fields]));
  return [...distinct.values()]
    .filter((fields) => fields.length >= 2)
    .flatMap((fields) =>
      ORDERS.map((lastOrder) => ({
        collectionGroup: name,
        queryScope: 'COLLECTION' as const,
        fields: fields.map((fieldPath, at) => ({
          fieldPath,
          order: at === fields.length - 1 ? lastOrder : ('ASCENDING' as const),
        })),
      })),
    );
}

/** An override replaces all of Firestore's automatic indexes of the field, so the two that queries use are named again. */
function sweeping({ name, expiresAtField }: AnyCollection): FieldOverride[] {
  if (!expiresAtField) return [];
  const indexes = ORDERS.map((order) => ({
    order,
    queryScope: 'COLLECTION' as const,
  }));
  return [{ collectionGroup: name, fieldPath: expiresAtField, ttl: true, indexes }];
}

/**
 * The indexes and sweeping policies that Firestore needs for these collections: a composite index in both directions of
 * the last field for each declaration of two fields or more, and one policy for each `expiresAtField`. Single fields
 * Firestore indexes by itself. Sorted by collection, so that the file does not change with the order of the list.
 */
export function firestoreIndexes(collections: readonly AnyCollection[]): IndexesFile {
  const sorted = [...collections].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {
    indexes: sorted.flatMap(compositeIndexes),
    fieldOverrides: sorted.flatMap(sweeping),
  };
}
