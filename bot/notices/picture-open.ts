import type { Files } from '../files/files.ts';
import { FILE_NAME } from '../files/files.ts';

/** What stands open under a name that cannot be guessed: pictures and documents of notices, never those of gifts. */
export const OPEN_FOLDER = 'notices';

/** One answer, of whatever server. */
export interface OpenFile {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** A year: a name always stands for the same bytes. */
const CACHE = 'public, max-age=31536000, immutable';
const NAME = /^[0-9a-f]{32}\.(jpg|pdf)$/;

/**
 * `GET /notice-files/:name`: LINE and phones fetch what a card shows. No list, no login; who has the 128-bit name was given it.
 * Anything else, gifts' pictures included, is not found.
 */
export async function openFile(files: Files, name: string): Promise<OpenFile> {
  const path = `${OPEN_FOLDER}/${name}`;
  const bytes = NAME.test(name) && FILE_NAME.test(path) ? await files.get(path) : undefined;
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
  if (!bytes) return { status: 404, headers, bytes: Buffer.alloc(0) };
  const isPicture = name.endsWith('.jpg');
  return {
    status: 200,
    headers: {
      ...headers,
      'Cache-Control': CACHE,
      'Content-Type': isPicture ? 'image/jpeg' : 'application/pdf',
      'Content-Disposition': 'inline',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
    bytes,
  };
}
