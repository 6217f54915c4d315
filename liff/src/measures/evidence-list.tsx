import { useEffect, useState } from 'preact/hooks';
import type { Evidence } from '../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { uiText } from '../ui/text.ts';
import { useApp } from '../use-app.ts';
import { measuresText as t } from './text.ts';

/** What shows that something was done. Pictures are loaded when they are asked for. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const pictures = evidence.filter((one) => one.kind === 'picture');
  const links = evidence.filter((one) => one.kind === 'link');
  return (
    <>
      {pictures.map((one, n) => (
        <PictureItem key={one.id} id={one.id} label={t.picture(n + 1)} />
      ))}
      {links.map((one, n) => (
        <a key={`${one.url}${n}`} href={one.url} target="_blank" rel="noopener noreferrer" class="button">
          {t.link(n + 1)}
        </a>
      ))}
    </>
  );
}

function PictureItem({ id, label }: { readonly id: string; readonly label: string }) {
  const { api } = useApp();
  const [address, setAddress] = useState<string>();
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  const show = async () => {
    if (isLoading) return;
    setIsLoading(true);
    setFailure(undefined);
    try {
      setAddress(URL.createObjectURL(await api.file(`/measures/pictures/${id}`)));
    } catch (error) {
      if (error instanceof ApiFailure) setFailure(error);
    } finally {
      setIsLoading(false);
    }
  };
  if (address !== undefined) return <img class="picture" src={address} alt={label} />;
  return (
    <>
      <button type="button" class="button" aria-disabled={isLoading} onClick={() => void show()}>
        {isLoading ? uiText.loading : label}
      </button>
      {failure && <FailureNote failure={failure} again={() => void show()} />}
    </>
  );
}
