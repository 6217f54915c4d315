import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What makes sharp write metadata into a picture again: a place, a camera, a name. */
const BRINGS_METADATA_BACK =
  /\b(?:withMetadata|keepMetadata|keepExif|withExif|withExifMerge|keepXmp|withXmp|keepIccProfile|withIccProfile)\b/;

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
    .map((name) => join(folder, name));
}

it('no source of the product calls what makes sharp write metadata into pictures again', () => {
  const sources = [...sourcesOf('bot'), ...sourcesOf('shared')];
  // The search reaches the code that writes pictures, and knows the calls when it sees them.
  expect(sources.some((path) => /['"]sharp['"]/.test(readFileSync(path, 'utf8')))).toBe(true);
  expect(readFileSync('test/faults/complaint-marked-files.ts', 'utf8')).toMatch(BRINGS_METADATA_BACK);
  expect(sources.filter((path) => BRINGS_METADATA_BACK.test(readFileSync(path, 'utf8')))).toEqual([]);
});
