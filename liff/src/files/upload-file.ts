import type { Problem } from '../../../shared/api/problem.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { apiText } from '../api/text.ts';
import type { Login } from '../login/login.ts';

/** A picture of a cheap phone is 3 MB; at 20 kB/s it takes this long. */
const UPLOAD_TIMEOUT_MS = 180_000;
/** Tries of one upload, the first included. */
const MAX_TRIES = 3;
const PAUSE_MS = 600;

export interface FileToUpload {
  /** Below /api. */
  readonly path: string;
  readonly bytes: Blob;
  /** The same key again takes effect once. */
  readonly key: string;
  /** How much has left the phone, 0 to 1. */
  onProgress(part: number): void;
}

/** Uploads a file and tells how far it is, which `fetch` cannot. Tries again where that is safe. Rejects with ApiFailure only. */
export async function uploadFile<T>(login: Login, file: FileToUpload): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once<T>(login, file);
    } catch (error) {
      const passes = error instanceof ApiFailure && (error.code === 'offline' || error.code === 'busy');
      if (!passes || tried === MAX_TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried));
  }
}

function once<T>(login: Login, { path, bytes, key, onProgress }: FileToUpload): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const fail = (code: 'offline' | 'slow') => reject(new ApiFailure({ code, sentence: apiText[code] }));
    call.open('POST', `/api${path}`);
    call.timeout = UPLOAD_TIMEOUT_MS;
    const token = login.idToken();
    if (token !== undefined) call.setRequestHeader('Authorization', `Bearer ${token}`);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.setRequestHeader('Idempotency-Key', key);
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    call.onerror = () => fail('offline');
    call.ontimeout = () => fail('slow');
    call.onload = () => {
      let body: unknown;
      try {
        body = JSON.parse(call.responseText);
      } catch {
        return reject(new ApiFailure({ code: 'failed', sentence: apiText.failed }));
      }
      if (call.status === 200) resolve(body as T);
      else reject(new ApiFailure(body as Problem));
    };
    call.send(bytes);
  });
}
