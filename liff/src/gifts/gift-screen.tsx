import { useMemo, useState } from 'preact/hooks';
import type { GiftView } from '../../../shared/notices/gift-api.ts';
import { dayOf } from '../../../shared/thai/days.ts';
import { type Data, useData } from '../api/use-data.ts';
import { Link } from '../routing/link.tsx';
import { goTo } from '../routing/location.ts';
import type { RouteParams } from '../routing/match-route.ts';
import { Loaded } from '../ui/loaded.tsx';
import { dayText } from '../ui/moment.ts';
import { Page } from '../ui/page.tsx';
import { draftOfGift, emptyGift } from './gift-draft.ts';
import { GiftFacts } from './gift-facts.tsx';
import { GiftForm } from './gift-form.tsx';
import { GiftPicture } from './gift-picture.tsx';
import { GiftWithdraw } from './gift-withdraw.tsx';
import { giftsText as t } from './text.ts';

const BACK = { to: '/gifts', label: t.title };

/** Reporting a gift. */
export function NewGiftScreen() {
  const start = useMemo(() => emptyGift(dayOf(Date.now())), []);
  const [sent, setSent] = useState<GiftView>();
  return (
    <Page title={t.newTitle} back={BACK}>
      {sent ? (
        <Sent gift={sent} onAnother={() => setSent(undefined)} />
      ) : (
        <>
          <p class="note small">{t.policy}</p>
          <GiftForm name="new" start={start} onDone={setSent} />
        </>
      )}
    </Page>
  );
}

/** It is in the register; by when a dear one must be reported is said at once. */
function Sent({ gift, onAnother }: { readonly gift: GiftView; readonly onAnother: () => void }) {
  return (
    <div class="stack" role="status">
      <p class="note good">{t.sent(gift.item)}</p>
      {gift.reportByDay !== undefined && <p class="note warn">{t.reportBy(dayText(gift.reportByDay))}</p>}
      <GiftFacts gift={gift} />
      <Link to="/gifts" class="button strong">
        {t.toRegister}
      </Link>
      <button type="button" class="button" onClick={onAnother}>
        {t.another}
      </button>
    </div>
  );
}

/** One entry of the register: read by who may, corrected by its reporter and who looks after the register. */
export function EditGiftScreen({ params }: { readonly params: RouteParams }) {
  const data = useData<GiftView>(`/gifts/${encodeURIComponent(params['id'] ?? '')}`);
  return (
    <Page title={t.editTitle} back={BACK}>
      <Loaded data={data} cards={2}>
        {(view) => (
          <>
            {view.reportByDay !== undefined && (
              <p class="note warn">{t.reportBy(dayText(view.reportByDay))}</p>
            )}
            <p class="faint small">{t.reporter(view.reporterName, view.unit)}</p>
            {view.hasPicture && <GiftPicture gift={view} />}
            {view.mayEdit ? <Editable view={view} data={data} /> : <GiftFacts gift={view} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Editable({ view, data }: { readonly view: GiftView; readonly data: Data<GiftView> }) {
  // The fields keep what they hold while a newer revision is read.
  const start = useMemo(() => draftOfGift(view), [view.id]);
  return (
    <>
      <GiftForm name={view.id} start={start} entry={view} data={data} onDone={() => goTo('/gifts')} />
      <GiftWithdraw view={view} />
    </>
  );
}
