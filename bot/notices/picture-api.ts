import { createHash } from 'node:crypto';
import type { NoticeFile } from '../../shared/notices/notice-api.ts';
import { DOCUMENT_BYTES_MAX, PICTURE_BYTES_MAX } from '../../shared/notices/notice-limits.ts';
import { ApiError } from '../api/api-error.ts';
import { type CommitRequestDeps, commitRequest } from '../api/commit-request.ts';
import type { ApiRoute, UploadCall } from '../api/route.ts';
import { uploadRoute } from '../api/upload-route.ts';
import { set } from '../commit/outcome.ts';
import type { Files } from '../files/files.ts';
import { ref } from '../store/store.ts';
import { fileUrl } from './card-world.ts';
import type { NoticeDeps } from './deps.ts';
import { OPEN_FOLDER } from './picture-open.ts';
import { isPdf, preparePicture } from './picture-prepare.ts';
import { WRITERS } from './read-notices.ts';
import { type NoticeFileRecord, noticeFiles } from './records.ts';
import { noticesText as t } from './text.ts';

export interface PictureApiDeps extends CommitRequestDeps, NoticeDeps {
  readonly files: Files;
}

/** An upload that nothing uses is swept away after this long. */
export const UNUSED_KEPT_MS = 24 * 60 * 60 * 1000;
/** Gifts' pictures lie apart: no address leads there. */
export const GIFT_FOLDER = 'gifts';
const NAME_BYTES = 16;

/** Uploads for notices and gifts. */
export function pictureRoutes(deps: PictureApiDeps): readonly ApiRoute[] {
  return [
    uploadRoute('/notices/pictures', { allowed: WRITERS, maxFileBytes: PICTURE_BYTES_MAX }, (call) =>
      storePicture(call, 'picture', deps),
    ),
    uploadRoute(
      '/notices/documents',
      { allowed: WRITERS, maxFileBytes: DOCUMENT_BYTES_MAX },
      async (call) => {
        if (!isPdf(call.body)) throw new ApiError('bad-input', { sentence: t.notPdf });
        return store(call, { use: 'document', bytes: call.body, extension: 'pdf' }, deps);
      },
    ),
    uploadRoute(
      '/gifts/pictures',
      { allowed: 'every-member', maxFileBytes: PICTURE_BYTES_MAX },
      async (call) => {
        const { id } = await storePicture(call, 'gift', deps);
        return { id };
      },
    ),
  ];
}

async function storePicture(
  call: UploadCall<unknown>,
  use: 'picture' | 'gift',
  deps: PictureApiDeps,
): Promise<NoticeFile> {
  const picture = await preparePicture(call.body);
  if (picture.kind === 'too-large') throw new ApiError('too-large', { sentence: t.pictureTooLarge });
  if (picture.kind === 'damaged') throw new ApiError('bad-input', { sentence: t.pictureDamaged });
  const { bytes, width, height } = picture;
  return store(call, { use, bytes, extension: 'jpg', width, height }, deps);
}

interface ToStore {
  readonly use: NoticeFileRecord['use'];
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'pdf';
  readonly width?: number;
  readonly height?: number;
}

/**
 * Puts the record first and then the file: a file without a record would never be swept away. The name is random, and the
 * same for the same request, so a phone that repeats itself leaves one file.
 */
async function store(call: UploadCall<unknown>, file: ToStore, deps: PictureApiDeps): Promise<NoticeFile> {
  const fresh = Buffer.from(deps.random.bytes(NAME_BYTES)).toString('hex');
  const folder = file.use === 'gift' ? GIFT_FOLDER : OPEN_FOLDER;
  const size =
    file.width === undefined || file.height === undefined ? {} : { width: file.width, height: file.height };
  const { id } = await commitRequest(deps, { request: call.request, feature: 'notices' }, async () => ({
    outcome: {
      writes: [
        set(ref(noticeFiles, fresh), {
          use: file.use,
          fileName: `${folder}/${fresh}.${file.extension}`,
          ...size,
          byId: call.userId,
          unusedUntilMs: call.nowMs + UNUSED_KEPT_MS,
        }),
      ],
      audit: [
        {
          actor: { kind: 'member', userId: call.userId },
          action: 'notices.uploaded',
          subject: createHash('sha256').update(fresh).digest('hex').slice(0, 16),
          detail: { use: file.use, bytes: file.bytes.length },
        },
      ],
    },
    answer: { id: fresh },
  }));
  const fileName = `${folder}/${id}.${file.extension}`;
  await deps.files.put(fileName, file.bytes);
  return { id, url: file.use === 'gift' ? '' : fileUrl(fileName, deps), ...size };
}
