import { join } from 'node:path';
import { createDiskFiles } from './files/disk-files.ts';
import { diskHousekeeping } from './files/disk-housekeeping.ts';
import type { Files } from './files/files.ts';
import type { Housekeeping } from './files/housekeeping.ts';
import { openBucket } from './files/open-storage.ts';
import { createStorageFiles, storageHousekeeping } from './files/storage-files.ts';
import type { Settings, StoreSettings } from './settings.ts';
import { openEmbeddedStore } from './store/embedded.ts';
import { openFirestoreStore } from './store/firestore.ts';
import type { Store } from './store/store.ts';

/** Opens the store that the settings name. The caller closes it. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  if (settings.STORE === 'embedded') {
    return openEmbeddedStore({ path: join(settings.DATA_DIR, 'office.db') });
  }
  const { GOOGLE_CLOUD_PROJECT: projectId, FIRESTORE_EMULATOR_HOST: emulatorHost } = settings;
  return openFirestoreStore({
    ...(projectId ? { projectId } : {}),
    ...(emulatorHost ? { emulatorHost } : {}),
  });
}

/** The bucket where one is set up, else a folder of `DATA_DIR`: an office may keep its documents in the cloud and its files here. */
export async function openFiles(
  settings: Settings,
): Promise<{ readonly files: Files; readonly housekeeping: Housekeeping }> {
  if (settings.STORE === 'firestore' && settings.STORAGE_BUCKET) {
    const bucket = await openBucket(settings.STORAGE_BUCKET);
    return { files: createStorageFiles(bucket), housekeeping: storageHousekeeping(bucket) };
  }
  const folder = join(settings.DATA_DIR, 'files');
  return { files: createDiskFiles(folder), housekeeping: diskHousekeeping(folder) };
}
