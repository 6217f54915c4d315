import type { NoticeView } from '../../../shared/notices/notice-api.ts';
import { type Data, useData } from '../api/use-data.ts';
import { ownAddress } from '../files/own-address.ts';
import { Link } from '../routing/link.tsx';
import type { RouteParams } from '../routing/match-route.ts';
import { Loaded } from '../ui/loaded.tsx';
import { dayText, momentText } from '../ui/moment.ts';
import { Page } from '../ui/page.tsx';
import { useApp } from '../use-app.ts';
import { NoticeAck } from './notice-ack.tsx';
import { NoticeCancel } from './notice-cancel.tsx';
import { NoticeDeliveries } from './notice-deliveries.tsx';
import { NoticeLog } from './notice-log.tsx';
import { NoticeReaders } from './notice-readers.tsx';
import { mayCompose, maySeeAll } from './rights.ts';
import { noticesText as t } from './text.ts';

/** One notice: what it says, and what became of it. */
export function NoticeScreen({ params }: { readonly params: RouteParams }) {
  const { session } = useApp();
  const data = useData<NoticeView>(`/notices/${encodeURIComponent(params['id'] ?? '')}`);
  return (
    <Page title={data.value?.title ?? t.title} back={{ to: '/notices', label: t.toList }}>
      <Loaded data={data} cards={3}>
        {(view) => (
          <>
            {view.warnings.length > 0 && (
              <ul class="note warn">
                {view.warnings.map(({ code, text }) => (
                  <li key={code}>{text}</li>
                ))}
              </ul>
            )}
            <Content view={view} />
            {view.asksAck && view.status === 'posted' && <NoticeAck view={view} data={data} />}
            {view.deliveries.length > 0 && <NoticeDeliveries view={view} />}
            {view.maySeeReaders && view.status === 'posted' && <NoticeReaders view={view} data={data} />}
            {maySeeAll(session) && view.status !== 'draft' && <NoticeLog view={view} data={data} />}
            <Steps view={view} data={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Content({ view }: { readonly view: NoticeView }) {
  const { login } = useApp();
  const { linkUrl } = view;
  return (
    <section class="card">
      <div class="row small">
        <span class="faint">{view.kindLabel}</span>
        <span class={view.status === 'posted' ? 'tag good' : 'tag'}>{view.statusLabel}</span>
      </div>
      {view.pictureUrl && (
        <img class="picture" src={ownAddress(view.pictureUrl)} alt={t.pictureOf(view.title)} />
      )}
      <p class="said">{view.text}</p>
      {linkUrl !== undefined && (
        <button type="button" class="button" onClick={() => login.openOutside(linkUrl)}>
          {view.link?.label || t.openDocument}
        </button>
      )}
      <div class="stack tight small faint">
        {whenText(view) && <p>{whenText(view)}</p>}
        {view.readByDay !== undefined && <p>{t.readBy(dayText(view.readByDay))}</p>}
        <p>{t.author(view.authorName)}</p>
      </div>
    </section>
  );
}

function whenText({ status, sendAtMs }: NoticeView): string | undefined {
  if (sendAtMs === undefined) return undefined;
  if (status === 'posted') return t.sentAt(momentText(sendAtMs));
  if (status !== 'scheduled') return undefined;
  return sendAtMs <= Date.now() ? t.due : t.willSend(momentText(sendAtMs));
}

/** What can be done with it from here. */
function Steps({ view, data }: { readonly view: NoticeView; readonly data: Data<NoticeView> }) {
  const { session } = useApp();
  const path = `/notices/${encodeURIComponent(view.id)}`;
  return (
    <div class="stack">
      {view.mayCorrect && (
        <Link to={`${path}/correct`} class="button strong">
          {t.correct}
        </Link>
      )}
      {view.mayEdit && (
        <Link to={`${path}/edit`} class={view.status === 'draft' ? 'button strong' : 'button'}>
          {view.status === 'draft' ? t.editDraft : t.edit}
        </Link>
      )}
      {mayCompose(session) && view.status === 'cancelled' && (
        <Link to={`${path}/copy`} class="button">
          {t.copy}
        </Link>
      )}
      <NoticeCancel view={view} data={data} />
    </div>
  );
}
