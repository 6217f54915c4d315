import { createHash } from 'node:crypto';
import type { Picture } from '../../shared/measures/measure-api.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import { type ApiCall, FileAnswer, type UploadCall } from '../api/route.ts';
import type { Clock } from '../clock.ts';
import { set } from '../commit/outcome.ts';
import { prepareEvidence } from '../files/evidence/prepare-evidence.ts';
import type { Files } from '../files/files.ts';
import type { Job } from '../jobs/job.ts';
import { ref, type Store } from '../store/store.ts';
import { mayReport } from './access.ts';
import type { MeasureApiDeps } from './deps.ts';
import { addressOf, readableMeasure } from './find-measure.ts';
import { ownersOfRecord } from './measure-view.ts';
import { LOOSE_PICTURE_MS, measurePictures, type PictureRecord } from './records.ts';
import { pictureFile } from './report-input.ts';
import { measuresText as t } from './text.ts';

/** Pictures that one run of the job removes. */
const BATCH = 50;

/**
 * `POST /measures/:year/:id/pictures`: takes one picture for a report that is being written. What is kept is the pixels alone,
 * drawn anew: place, time and camera are gone. The record comes before the file, so that a crash leaves no file nobody knows.
 */
export async function takePicture(call: UploadCall<undefined>, deps: MeasureApiDeps): Promise<Picture> {
  const { member, userId, nowMs } = call;
  const { key } = addressOf(call.params);
  const record = await deps.store.transact((tx) => readableMeasure(tx, key, member));
  if (record.isRetired || !mayReport(member, ownersOfRecord(record)))
    throw new ApiError('not-allowed', { sentence: t.notOwn });
  const prepared = await prepareEvidence(call.body, 'image');
  if (prepared.kind !== 'image') {
    const reason = prepared.kind === 'refused' ? prepared.reason : 'other';
    const isSize = reason === 'too-large' || reason === 'too-many-pixels';
    throw new ApiError('bad-input', { sentence: t.picture[isSize ? reason : 'other'] });
  }
  // The same try gives the same name, so a repeated one replaces its own file.
  const id = createHash('sha256').update(`${userId}/${call.request.key}`).digest('hex').slice(0, 32);
  const fileName = pictureFile(id);
  const picture: PictureRecord = {
    measureKey: key,
    fileName,
    sha256: createHash('sha256').update(prepared.bytes).digest('hex'),
    sizeBytes: prepared.bytes.length,
    uploadedBy: userId,
    isKept: false,
    expiresAtMs: nowMs + LOOSE_PICTURE_MS,
  };
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async () => ({
    outcome: {
      writes: [set(ref(measurePictures, id), picture)],
      audit: [
        {
          actor: { kind: 'member', userId },
          action: 'measures.picture',
          subject: key,
          detail: { picture: id, sha256: picture.sha256 },
        },
      ],
    },
    answer: { id },
  }));
  await deps.files.put(fileName, prepared.bytes);
  return { id, contentType: 'image/jpeg', sizeBytes: prepared.bytes.length };
}

/** `GET /measures/pictures/:id`: for who may read the measure it shows; one that no report names yet, for its sender alone. */
export async function pictureOf(
  { member, userId, params }: ApiCall<undefined, undefined>,
  { store, files }: Pick<MeasureApiDeps, 'store' | 'files'>,
): Promise<FileAnswer> {
  const id = params['id'] ?? '';
  if (!/^[0-9a-f]{32}$/.test(id)) throw new ApiError('not-found');
  const picture = (await store.get(ref(measurePictures, id)))?.data;
  if (!picture || (!picture.isKept && picture.uploadedBy !== userId)) throw new ApiError('not-found');
  await store.transact((tx) => readableMeasure(tx, picture.measureKey, member));
  const bytes = await files.get(picture.fileName);
  if (!bytes) throw new ApiError('not-found');
  return new FileAnswer({ bytes, contentType: 'image/jpeg', fileName: `${id}.jpg` });
}

/** Removes pictures that no report named in time: the file first, then the record that names it. */
export function expirePicturesJob(deps: {
  readonly store: Store;
  readonly files: Files;
  readonly clock: Clock;
}): Job {
  const { store, files, clock } = deps;
  return {
    name: 'measures-expire-pictures',
    run: async () => {
      const old = await store.query({
        collection: measurePictures,
        where: [['expiresAtMs', '<=', clock.now()]],
        orderBy: { field: 'expiresAtMs', direction: 'asc' },
        limit: BATCH,
      });
      for (const { id } of old) {
        // A report that names it in the same moment wins: then it is kept, and the file stays.
        const loose = await store.transact(async (tx) => {
          const picture = (await tx.get(ref(measurePictures, id)))?.data;
          if (!picture || picture.isKept) return undefined;
          // From here on no report can name it, and the file's name is still known if the program stops now.
          tx.set(ref(measurePictures, id), { ...picture, measureKey: '-' });
          return picture;
        });
        if (!loose) continue;
        await files.remove(loose.fileName);
        await store.transact(async (tx) => tx.remove(ref(measurePictures, id)));
      }
    },
  };
}
