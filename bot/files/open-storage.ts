import type { Storage } from 'firebase-admin/storage';

/** A bucket as Google's library knows it. */
export type Bucket = ReturnType<Storage['bucket']>;

/** Opens a bucket with the machine's Google credentials. Nothing is asked yet. The client library is loaded here and not before. */
export async function openBucket(name: string): Promise<Bucket> {
  const [{ getApps, initializeApp }, { getStorage }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/storage'),
  ]);
  const appName = 'prongsai-files';
  const app = getApps().find((one) => one.name === appName) ?? initializeApp({}, appName);
  return getStorage(app).bucket(name);
}
