import type { FileNames } from './file-names.ts';
import { FILE_NAME, type Files } from './files.ts';
import type { Housekeeping, OldFiles } from './housekeeping.ts';
import type { Bucket } from './open-storage.ts';

/** Larger pages than this Cloud Storage does not give. */
const MAX_NAMES = 1_000;
/** Checked by the client on the way up and down: what arrives is what was sent. */
const VALIDATION = 'md5';
const NOT_FOUND = 404;

/** The methods of a bucket that are used. */
type UsedBucket = Pick<Bucket, 'file' | 'getFiles'>;

/**
 * The Files port in a bucket of Cloud Storage that nobody but the program's own account may read (storage.rules refuse every
 * phone). A file appears whole or not at all: it is sent in one request.
 * @throws whatever the service says; the caller tries again, since putting and removing twice does what once does.
 */
export function createStorageFiles(bucket: UsedBucket): Files & FileNames {
  const fileOf = (name: string) => {
    if (!FILE_NAME.test(name)) throw new RangeError('not a file name of this program');
    return bucket.file(name);
  };
  return {
    put: async (name, bytes) => {
      await fileOf(name).save(Buffer.from(bytes), {
        // In one request: a resumable upload could leave its beginning behind.
        resumable: false,
        validation: VALIDATION,
        // What it is stands in the documents; a browser must never show it from here.
        contentType: 'application/octet-stream',
        metadata: { cacheControl: 'private, no-store' },
      });
    },
    get: async (name) => {
      try {
        const [bytes] = await fileOf(name).download({ validation: VALIDATION });
        return bytes;
      } catch (error) {
        if (codeOf(error) === NOT_FOUND) return undefined;
        throw error;
      }
    },
    remove: async (name) => {
      await fileOf(name).delete({ ignoreNotFound: true });
    },
    names: async ({ after = '', limit }) =>
      (await list(bucket, { after, limit })).map((file) => file.name).slice(0, limit),
  };
}

/** Housekeeping of a bucket. An upload that was cut off leaves nothing, so there is nothing unfinished. */
export function storageHousekeeping(bucket: UsedBucket): Housekeeping {
  return {
    removeUnfinished: async () => 0,
    oldFiles: (page) => oldFiles(bucket, page),
  };
}

async function oldFiles(
  bucket: UsedBucket,
  { folder, beforeMs, after = '', limit }: OldFiles,
): Promise<readonly string[]> {
  const old: string[] = [];
  let last = after;
  for (;;) {
    const page = await list(bucket, { prefix: `${folder}/`, after: last, limit: MAX_NAMES });
    for (const { name, metadata } of page) {
      if (Date.parse(String(metadata.updated)) < beforeMs && old.push(name) === limit) return old;
    }
    last = page.at(-1)?.name ?? last;
    if (page.length < MAX_NAMES) return old;
  }
}

async function list(
  bucket: UsedBucket,
  { prefix, after, limit }: { prefix?: string; after: string; limit: number },
) {
  const [found] = await bucket.getFiles({
    autoPaginate: false,
    // The offset itself comes along.
    maxResults: Math.min(limit, MAX_NAMES) + (after ? 1 : 0),
    ...(prefix ? { prefix } : {}),
    ...(after ? { startOffset: after } : {}),
  });
  return found.filter(({ name }) => FILE_NAME.test(name) && name > after);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
