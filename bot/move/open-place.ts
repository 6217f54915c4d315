import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { diskFileNames } from '../files/disk-file-names.ts';
import { createDiskFiles } from '../files/disk-files.ts';
import { openBucket } from '../files/open-storage.ts';
import { createStorageFiles } from '../files/storage-files.ts';
import { openEmbeddedStore } from '../store/embedded.ts';
import { openFirestoreStore } from '../store/firestore.ts';
import type { Place } from './move.ts';

export type PlaceName = 'embedded' | 'firestore';

export interface PlaceSettings {
  readonly dataDir: string;
  readonly projectId?: string | undefined;
  readonly emulatorHost?: string | undefined;
  /** Bucket of Cloud Storage; without it the place has no files. */
  readonly bucket?: string | undefined;
}

/** Opens the store and, where there is one, the place of the files. The caller closes the store. */
export async function openPlace(name: PlaceName, settings: PlaceSettings): Promise<Place> {
  if (name === 'firestore') {
    const { projectId, emulatorHost, bucket } = settings;
    const store = await openFirestoreStore({
      ...(projectId ? { projectId } : {}),
      ...(emulatorHost ? { emulatorHost } : {}),
    });
    return bucket ? { store, files: createStorageFiles(await openBucket(bucket)) } : { store };
  }
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const folder = join(settings.dataDir, 'files');
  const store = await openEmbeddedStore({ path: join(settings.dataDir, 'office.db') });
  return { store, files: { ...createDiskFiles(folder), ...diskFileNames(folder) } };
}
