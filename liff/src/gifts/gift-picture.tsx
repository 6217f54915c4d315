import { useEffect, useState } from 'preact/hooks';
import type { GiftView } from '../../../shared/notices/gift-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { uiText } from '../ui/text.ts';
import { useApp } from '../use-app.ts';
import { giftsText as t } from './text.ts';

/** The picture of a gift, fetched with the login when it is asked for: it has no address of its own. */
export function GiftPicture({ gift }: { readonly gift: GiftView }) {
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
      setAddress(URL.createObjectURL(await api.file(`/gifts/${encodeURIComponent(gift.id)}/picture`)));
    } catch (error) {
      if (error instanceof ApiFailure) setFailure(error);
    } finally {
      setIsLoading(false);
    }
  };
  if (address !== undefined) return <img class="picture" src={address} alt={`${t.picture} ${gift.item}`} />;
  return (
    <>
      <button type="button" class="button" aria-disabled={isLoading} onClick={() => void open()}>
        {isLoading ? uiText.loading : t.showPicture}
      </button>
      {failure && <FailureNote failure={failure} again={() => void open()} />}
    </>
  );
}
