import { expect, test } from 'vitest';
import { firestoreIndexes } from '../../bot/store/firestore-indexes.ts';
import { collection } from '../../bot/store/store.ts';

interface Case {
  status: string;
  unit: string;
  dueDay: string;
  sweepAt: number;
}

const both = ['ASCENDING', 'DESCENDING'].map((order) => ({
  order,
  queryScope: 'COLLECTION',
}));

test('a declaration of several fields becomes one index for each direction of its last field', () => {
  const cases = collection<Case>('cases', {
    indexes: [['status', 'unit', 'dueDay']],
  });
  const index = (order: string) => ({
    collectionGroup: 'cases',
    queryScope: 'COLLECTION',
    fields: [
      { fieldPath: 'status', order: 'ASCENDING' },
      { fieldPath: 'unit', order: 'ASCENDING' },
      { fieldPath: 'dueDay', order },
    ],
  });
  expect(firestoreIndexes([cases])).toEqual({
    indexes: [index('ASCENDING'), index('DESCENDING')],
    fieldOverrides: [],
  });
});

test('a single field needs no index of its own, and the same declaration twice makes one', () => {
  const cases = collection<Case>('cases', {
    indexes: [['status'], ['status', 'dueDay'], ['status', 'dueDay']],
  });
  expect(firestoreIndexes([cases]).indexes).toHaveLength(2);
});

test('a field that holds an expiry is swept and stays searchable in both directions', () => {
  const inbox = collection<Case>('inbox', { expiresAtField: 'sweepAt' });
  expect(firestoreIndexes([inbox])).toEqual({
    indexes: [],
    fieldOverrides: [
      {
        collectionGroup: 'inbox',
        fieldPath: 'sweepAt',
        ttl: true,
        indexes: both,
      },
    ],
  });
});

test('the order of the list does not change the file', () => {
  const list = [
    collection<Case>('outbox', {
      indexes: [['status', 'sweepAt']],
      expiresAtField: 'sweepAt',
    }),
    collection<Case>('cases', { indexes: [['unit', 'dueDay']] }),
  ];
  expect(firestoreIndexes([...list].reverse())).toEqual(firestoreIndexes(list));
});
