import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expiringCollections } from '../../bot/collections.ts';
import type { IndexesFile } from '../../bot/store/firestore-indexes.ts';

it('what expires, inbox, conversations and posts among it, is swept by Firestore itself once it is deployed', () => {
  const path = new URL('../../firestore.indexes.json', import.meta.url);
  const { fieldOverrides } = JSON.parse(readFileSync(path, 'utf8')) as IndexesFile;
  const swept = fieldOverrides.map(({ collectionGroup, fieldPath, ttl }) => [
    collectionGroup,
    fieldPath,
    ttl,
  ]);
  const expected = expiringCollections.map(({ name }) => [name, 'expiresAtMs', true]);
  expect(swept.toSorted()).toEqual(expected.toSorted());
  expect(swept.map(([name]) => name)).toEqual(expect.arrayContaining(['inbox', 'conversations', 'posts']));
});
