import { expect, test } from 'vitest';
import { allCollections } from '../../bot/collections.ts';
import { firestoreIndexes } from '../../bot/store/firestore-indexes.ts';

test('firestore.indexes.json is what the collections declare', async () => {
  const declared = `${JSON.stringify(firestoreIndexes(allCollections), null, 2)}\n`;
  await expect(declared).toMatchFileSnapshot('../../firestore.indexes.json');
});
