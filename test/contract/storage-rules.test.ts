import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIREBASE_JSON } from '../../functions/hosting.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from './firestore-emulator.ts';

/**
 * The rules of Cloud Storage are read here, not run: the program that runs them comes with no package of this machine. What they
 * may say is so little that reading is enough.
 */
const rules = readFileSync(new URL(`../../${FIREBASE_JSON.storage.rules}`, import.meta.url), 'utf8');

/** The rules as the words and signs they are made of, without comments and white space. */
function tokensOf(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ');
  return code.match(/'[^']*'|\w+|[^\s\w]/g) ?? [];
}

const REFUSE_ALL = tokensOf(`
  rules_version = '2';
  service firebase.storage {
    match /b/{bucket}/o {
      match /{allPaths=**} {
        allow read, write: if false;
      }
    }
  }`);

it('the rules of the files are one match of every path of every bucket, and refuse it everything', () => {
  expect(tokensOf(rules)).toEqual(REFUSE_ALL);
});

it.each([
  ['another condition', rules.replace('if false', 'if request.auth != null')],
  ['no condition', rules.replace(': if false', '')],
  ['a part of the paths', rules.replace('{allPaths=**}', 'cases/{allPaths=**}')],
  ['a second match', rules.replace('match /{all', 'match /open/{id} { allow get; }\n match /{all')],
  ['one that hides behind a comment', rules.replace('if false;', 'if false; // no\n allow get: if true;')],
  ['an older language, which knows no list', rules.replace("rules_version = '2';", '')],
])('reading them tells %s', (_what, changed) => {
  expect(changed).not.toBe(rules);
  expect(tokensOf(changed)).not.toEqual(REFUSE_ALL);
});

let emulator: FirestoreEmulator;
beforeAll(async () => {
  emulator = await startFirestoreEmulator();
}, 90_000);
afterAll(() => emulator?.stop());

/** What Google's compiler of rules, which is one for all services, says of a source. */
async function compiled(content: string): Promise<{ readonly status: number; readonly issues: number }> {
  const response = await fetch(
    `http://${emulator.host}/emulator/v1/projects/demo-storage-rules:securityRules`,
    { method: 'PUT', body: JSON.stringify({ rules: { files: [{ name: 'storage.rules', content }] } }) },
  );
  const { issues = [] } = (await response.json()) as { issues?: readonly object[] };
  return { status: response.status, issues: issues.length };
}

it('Google’s own compiler of rules takes them and finds nothing to say', async () => {
  expect(await compiled(rules)).toEqual({ status: 200, issues: 0 });
  expect(await compiled(rules.replace('false', 'fales'))).toEqual({ status: 200, issues: 1 });
  expect((await compiled(rules.replace('false;', '('))).status).toBe(400);
});
