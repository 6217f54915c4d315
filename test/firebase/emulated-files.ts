import { BUCKET } from './emulated-project.ts';
import type { EmulatorSuite } from './emulator-suite.ts';

const OWNER = { authorization: 'Bearer owner' };
const MAX_FILES = 1_000;

/** Names of all files in the bucket. @throws Error beyond a thousand. */
export async function fileNamesIn(suite: EmulatorSuite): Promise<readonly string[]> {
  const response = await fetch(`${suite.storageUrl}/storage/v1/b/${BUCKET}/o?maxResults=${MAX_FILES}`, {
    headers: OWNER,
  });
  const { items = [], nextPageToken } = (await response.json()) as {
    items?: readonly { name: string }[];
    nextPageToken?: string;
  };
  if (nextPageToken) throw new Error('more files than a test makes');
  return items.map(({ name }) => name);
}

const addressOf = (suite: EmulatorSuite, name: string): string =>
  `${suite.storageUrl}/storage/v1/b/${BUCKET}/o/${encodeURIComponent(name)}`;

export async function bytesOf(suite: EmulatorSuite, name: string): Promise<Buffer> {
  const response = await fetch(`${addressOf(suite, name)}?alt=media`, { headers: OWNER });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Removes every file. */
export async function clearFiles(suite: EmulatorSuite): Promise<void> {
  for (const name of await fileNamesIn(suite)) {
    const response = await fetch(addressOf(suite, name), { method: 'DELETE', headers: OWNER });
    if (!response.ok && response.status !== 404) throw new Error(`${name}: ${response.status}`);
  }
}
