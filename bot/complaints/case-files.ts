import { caseFileDownloadSchema } from '../../shared/complaints/case-api.ts';
import { ApiError } from '../api/api-error.ts';
import { type Downloadable, downloadable } from '../api/downloadable.ts';
import { FileAnswer } from '../api/route.ts';
import { CONTENT_TYPES, type ContentType } from '../files/evidence/content-type.ts';
import { ref, type Store } from '../store/store.ts';
import type { CaseOpener, OpenedFile } from './case-content.ts';
import { readableCase } from './readable-case.ts';
import { caseThread, subId } from './records.ts';

export interface CaseFileDeps {
  readonly store: Store;
  readonly opener: CaseOpener;
}

const FILE_ID = /^(?:c-(\d{1,3})|t-(\d{1,3})-(\d{1,3}))$/;

/** One attachment's bytes, for an officer who may read its case. Throws ApiError `not-found` for everybody and everything else. */
export async function caseFile(
  id: string,
  fileId: string,
  userId: string,
  deps: CaseFileDeps,
): Promise<FileAnswer> {
  const found = await readableCase(id, userId, deps.store);
  const [, inCase, inThread, at] = FILE_ID.exec(fileId) ?? [];
  const files: readonly OpenedFile[] =
    inCase !== undefined
      ? (await deps.opener.case(id, found)).files
      : await threadFiles(id, Number(inThread ?? Number.NaN), deps);
  const opened = files[Number(inCase ?? at)];
  const bytes = opened && (await deps.opener.bytes(opened));
  if (!opened || !bytes) throw new ApiError('not-found');
  const { contentType } = opened.file;
  const facts = contentType in CONTENT_TYPES ? CONTENT_TYPES[contentType as ContentType] : undefined;
  return new FileAnswer({
    bytes,
    contentType: facts ? contentType : 'application/octet-stream',
    fileName: `${found.clear.number}-${fileId}.${facts?.extension ?? 'bin'}`,
  });
}

async function threadFiles(id: string, n: number, deps: CaseFileDeps): Promise<readonly OpenedFile[]> {
  if (!Number.isInteger(n)) return [];
  const entry = await deps.store.get(ref(caseThread, subId(id, n)));
  return entry ? (await deps.opener.thread(id, n, entry.data)).files : [];
}

/** An attachment with a ticket, for phones whose browser saves nothing that a page fetched. Who may have it is looked up again. */
export function caseFileDownload(deps: CaseFileDeps): Downloadable {
  return downloadable({
    kind: 'case-file',
    allowed: ['officer'],
    input: caseFileDownloadSchema,
    make: ({ caseId, fileId }, { userId }) => caseFile(caseId, fileId, userId, deps),
  });
}
