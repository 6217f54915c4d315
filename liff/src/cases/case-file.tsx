import { useEffect, useState } from 'preact/hooks';
import type { CaseFile } from '../../../shared/complaints/case-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { uiText } from '../ui/text.ts';
import { useApp } from '../use-app.ts';
import { casesText as t } from './text.ts';

/** One attachment. A picture is shown when it is asked for, from memory; any other file is only saved. */
export function CaseFileItem({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  const { api } = useApp();
  const [address, setAddress] = useState<string>();
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  const isPicture = file.kind === 'image';
  const name = isPicture ? t.picture(file.label) : t.file(file.label);

  const open = async () => {
    if (isLoading) return;
    setIsLoading(true);
    setFailure(undefined);
    try {
      const path = `/cases/${encodeURIComponent(caseId)}/files/${encodeURIComponent(file.id)}`;
      const found = URL.createObjectURL(await api.file(path));
      if (isPicture) setAddress(found);
      else save(found, `${name}.${file.contentType.split('/')[1] ?? 'bin'}`);
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
        {isLoading ? uiText.loading : isPicture ? t.show(name) : t.save(name)}
        <span class="faint small">{sizeOf(file.sizeBytes)}</span>
      </button>
      {failure && <FailureNote failure={failure} again={() => void open()} />}
    </>
  );
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}

const KB = 1024;

function sizeOf(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
