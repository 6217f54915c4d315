import { noticeKind } from '../../shared/notices/kinds.ts';
import type { NoticeContent } from '../../shared/notices/notice-api.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { CardWorld } from './cards.ts';
import { CHAT_QR_NAME } from './chat-qr.ts';
import { type NoticeDeps, OPEN_FILES_PATH } from './deps.ts';
import { noticeSettingsOf } from './read-notices.ts';
import { noticeFiles } from './records.ts';

/** The public address of an uploaded file. */
export function fileUrl(fileName: string, { publicUrl }: NoticeDeps): string {
  return publicUrl === undefined
    ? ''
    : `${publicUrl.replace(/\/+$/, '')}${OPEN_FILES_PATH}/${fileName.split('/').at(-1) ?? ''}`;
}

/** Whether LINE would take pictures from here: it loads them over `https` only. */
export function showsPictures({ publicUrl }: NoticeDeps): boolean {
  return publicUrl?.startsWith('https://') ?? false;
}

/** Gathers what a notice's card shows. `withPicture: false` after LINE refused it. */
export async function cardWorldOf(
  tx: Pick<Transaction, 'get'>,
  { kind, pictureId, link }: NoticeContent,
  deps: NoticeDeps,
  withPicture = true,
): Promise<CardWorld> {
  const file = async (id: string | undefined) =>
    id === undefined ? undefined : (await tx.get(ref(noticeFiles, id)))?.data;
  const picture = withPicture && showsPictures(deps) ? await file(pictureId) : undefined;
  const document = link?.kind === 'document' ? await file(link.fileId) : undefined;
  const linkUrl =
    link?.kind === 'url'
      ? link.url
      : document && showsPictures(deps)
        ? fileUrl(document.fileName, deps)
        : undefined;
  return {
    picture:
      picture?.use === 'picture'
        ? {
            url: fileUrl(picture.fileName, deps),
            width: picture.width ?? 1,
            height: picture.height ?? 1,
          }
        : withPicture && showsPictures(deps) && showsQr(kind, deps)
          ? { url: fileUrl(CHAT_QR_NAME, deps), width: 1, height: 1 }
          : undefined,
    linkUrl,
    accountId: deps.accountId(),
    settings: await noticeSettingsOf(tx),
  };
}

/** A notice that leads into the 1:1 chat carries the code for it, unless somebody chose a picture. */
function showsQr(kind: NoticeContent['kind'], { accountId }: NoticeDeps): boolean {
  return noticeKind(kind).opensChatWith !== undefined && accountId() !== undefined;
}
