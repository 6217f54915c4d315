import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allCollections } from '../../bot/collections.ts';
import { firestoreIndexes, type IndexesFile } from '../../bot/store/firestore-indexes.ts';

test('firestore.indexes.json is what the collections declare', async () => {
  const declared = `${JSON.stringify(firestoreIndexes(allCollections), null, 2)}\n`;
  await expect(declared).toMatchFileSnapshot('../../firestore.indexes.json');
});

test('the file holds an index for each declared query that Firestore does not index by itself, in both directions', async () => {
  const { indexes, fieldOverrides } = JSON.parse(
    await readFile(new URL('../../firestore.indexes.json', import.meta.url), 'utf8'),
  ) as IndexesFile;
  const found = new Set(
    indexes.map(({ collectionGroup, fields }) =>
      [collectionGroup, ...fields.map(({ fieldPath, order }) => `${fieldPath} ${order}`)].join('/'),
    ),
  );
  let wanted = 0;
  for (const { name, indexes: lists, expiresAtField } of allCollections) {
    for (const fields of lists.filter(({ length }) => length > 1))
      for (const order of ['ASCENDING', 'DESCENDING']) {
        const parts = fields.map((field, at) => `${field} ${at === fields.length - 1 ? order : 'ASCENDING'}`);
        expect(found).toContain([name, ...parts].join('/'));
        wanted += 1;
      }
    // A field that is swept by time loses its automatic indexes, and so names them.
    if (expiresAtField === undefined) continue;
    const swept = fieldOverrides.find((one) => one.collectionGroup === name);
    expect(swept).toMatchObject({
      fieldPath: expiresAtField,
      indexes: [{ order: 'ASCENDING' }, { order: 'DESCENDING' }],
    });
  }
  expect(indexes).toHaveLength(wanted);
});
