import { PROJECT_ID } from './emulated-project.ts';
import type { EmulatorSuite } from './emulator-suite.ts';

const PAGE = 300;
/** 30,000 documents. */
const MAX_PAGES = 100;

interface Page {
  readonly documents?: readonly { readonly name: string }[];
  readonly nextPageToken?: string;
}

const rootOf = ({ firestoreHost }: EmulatorSuite, api: string): string =>
  `http://${firestoreHost}/${api}/projects/${PROJECT_ID}/databases/(default)/documents`;

/** The documents of a collection as the emulator tells them; only their names with `mask`. */
export async function documentsIn(
  suite: EmulatorSuite,
  collection: string,
  mask: '' | 'names' = '',
): Promise<readonly { readonly name: string }[]> {
  const found: { readonly name: string }[] = [];
  let token = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ pageSize: String(PAGE), pageToken: token });
    if (mask === 'names') query.set('mask.fieldPaths', '__name__');
    // Rules do not bind who says that it is the owner; only an emulator believes it.
    const response = await fetch(`${rootOf(suite, 'v1')}/${collection}?${query}`, {
      headers: { authorization: 'Bearer owner' },
    });
    if (!response.ok) throw new Error(`${collection}: ${response.status} ${await response.text()}`);
    const { documents = [], nextPageToken } = (await response.json()) as Page;
    found.push(...documents);
    if (!nextPageToken) return found;
    token = nextPageToken;
  }
  throw new Error(`more documents in ${collection} than a test makes`);
}

/** Removes every document. */
export async function clearDocuments(suite: EmulatorSuite): Promise<void> {
  const response = await fetch(rootOf(suite, 'emulator/v1'), { method: 'DELETE' });
  if (!response.ok) throw new Error(`the documents were not cleared: ${response.status}`);
}
