import { useState } from 'preact/hooks';
import type { NoticeList, NoticeListQuery, NoticeSummary } from '../../../shared/notices/notice-api.ts';
import { Link } from '../routing/link.tsx';
import { dayText, momentText } from '../ui/moment.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useApp } from '../use-app.ts';
import { mayCompose, maySeeAll } from './rights.ts';
import { noticesText as t } from './text.ts';

type View = NoticeListQuery['view'];
const VIEWS = ['posted', 'coming', 'drafts', 'cancelled'] as const;

/** The office's notices: what was posted for every member, and the others for who watches over them. */
export function NoticeListScreen() {
  const { session } = useApp();
  const seesAll = maySeeAll(session);
  const [view, setView] = useState<View>(seesAll ? 'posted' : 'mine');
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      {mayCompose(session) && (
        <Link to="/notices/new" class="button strong">
          {t.compose}
        </Link>
      )}
      {seesAll && (
        <Tabs label={t.viewsLabel} options={VIEWS} value={view} names={t.views} onChange={setView} />
      )}
      <PagedList<NoticeList, NoticeSummary>
        key={view}
        path={`/notices?view=${view}`}
        itemsOf={({ notices }) => notices}
        line={(one) => <Line summary={one} />}
        none={<p class="note">{t.none[view]}</p>}
        more={t.more}
      />
    </Page>
  );
}

function Line({ summary }: { readonly summary: NoticeSummary }) {
  return (
    <Link to={`/notices/${encodeURIComponent(summary.id)}`} class="card open-line">
      <div class="row small">
        <span class="faint">{summary.kindLabel}</span>
        <span class={summary.status === 'posted' ? 'tag good' : 'tag'}>{summary.statusLabel}</span>
      </div>
      <strong>{summary.title}</strong>
      <div class="stack tight small">
        {whenOf(summary) && <span>{whenOf(summary)}</span>}
        <span class="faint">{nextOf(summary)}</span>
      </div>
    </Link>
  );
}

function whenOf({ status, sendAtMs }: NoticeSummary): string | undefined {
  if (sendAtMs === undefined) return undefined;
  if (status === 'scheduled') return t.willSend(momentText(sendAtMs));
  return status === 'posted' ? t.sentAt(momentText(sendAtMs)) : undefined;
}

/** What comes next for the reader. */
function nextOf({ status, asksAck, acknowledged, ackCount, readByDay }: NoticeSummary): string {
  if (status === 'draft') return t.nextDraft;
  if (status === 'scheduled') return t.nextScheduled;
  if (status === 'cancelled') return t.nextCancelled;
  const by = readByDay === undefined ? [] : [t.readBy(dayText(readByDay, 'short'))];
  if (!asksAck) return by.join('');
  return [acknowledged ? t.acked : t.nextAck, ...(acknowledged ? [] : by), t.ackedCount(ackCount)].join(
    ' · ',
  );
}
