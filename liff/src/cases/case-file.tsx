import { useEffect, useState } from 'preact/hooks';
import type { CaseFile } from '../../../shared/complaints/case-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useDownload } from '../api/use-download.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { uiText } from '../ui/text.ts';
import { useApp } from '../use-app.ts';
import { casesText as t } from './text.ts';

/** One attachment. A picture is shown when it is asked for, from memory; any other file is only saved. */
export function CaseFileItem({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  return file.kind === 'image' ? (
    <Picture caseId={caseId} file={file} />
  ) : (
    <OtherFile caseId={caseId} file={file} />
  );
}

function OtherFile({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  const { isWorking, failure, start } = useDownload();
  const save = () => void start('case-file', { caseId, fileId: file.id });
  return (
    <>
      <button type="button" class="button" aria-disabled={isWorking} onClick={save}>
        {isWorking ? uiText.loading : t.save(t.file(file.label))}
        <span class="faint small">{sizeOf(file.sizeBytes)}</span>
      </button>
      {failure && <FailureNote failure={failure} again={save} />}
    </>
  );
}

function Picture({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  const { api } = useApp();
  const [address, setAddress] = useState<string>();
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  const open = async () => {
    if (isLoading) return;
    setIsLoading(true);
    setFailure(undefined);
    try {
      const path = `/cases/${encodeURIComponent(caseId)}/files/${encodeURIComponent(file.id)}`;
      setAddress(URL.createObjectURL(await api.file(path)));
    } catch (error) {
      if (error instanceof ApiFailure) setFailure(error);
    } finally {
      setIsLoading(false);
    }
  };
  if (address !== undefined) return <img class="picture" src={address} alt={t.pictureShown(file.label)} />;
  return (
    <>
      <button type="button" class="button" aria-disabled={isLoading} onClick={() => void open()}>
        {isLoading ? uiText.loading : t.show(t.picture(file.label))}
        <span class="faint small">{sizeOf(file.sizeBytes)}</span>
      </button>
      {failure && <FailureNote failure={failure} again={() => void open()} />}
    </>
  );
}

const KB = 1024;

function sizeOf(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
