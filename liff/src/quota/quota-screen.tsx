import type { QuotaView } from '../../../shared/notices/quota-api.ts';
import { useData } from '../api/use-data.ts';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment.ts';
import { Page } from '../ui/page.tsx';
import { quotaText as t } from './text.ts';

/** How the month's messages stand: what is left, what it went into, and what is still to come. */
export function QuotaScreen() {
  const data = useData<QuotaView>('/quota');
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Loaded data={data} cards={2}>
        {(view) => (
          <>
            <Month view={view} />
            <Coming view={view} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Month({ view }: { readonly view: QuotaView }) {
  const { limit, used, left } = view;
  return (
    <section class="card" aria-labelledby="month">
      <h2 id="month">{view.monthText}</h2>
      <p>
        <span class="faint">{t.left}</span>
        <br />
        <span class="large">{left === undefined ? t.noLimit : t.messages(left)}</span>
      </p>
      {limit !== undefined && (
        <>
          <progress
            max={Math.max(1, limit)}
            value={Math.min(used, limit)}
            aria-label={t.usedOf(used, limit)}
          />
          <p class="small">{t.usedOf(used, limit)}</p>
        </>
      )}
      <dl class="facts">
        {limit === undefined && (
          <>
            <dt>{t.used}</dt>
            <dd>{used}</dd>
          </>
        )}
        <dt>{t.reserve}</dt>
        <dd>{view.reserve}</dd>
        <dt>{t.coming}</dt>
        <dd>{view.coming}</dd>
        <dt>{t.saved}</dt>
        <dd>{view.saved}</dd>
      </dl>
      <p class="faint small">{view.text}</p>
      {left !== undefined && view.coming > left && <p class="note warn">{t.short}</p>}
    </section>
  );
}

function Coming({ view }: { readonly view: QuotaView }) {
  if (view.comingPosts.length === 0) return <p class="note">{t.noComing}</p>;
  return (
    <section class="card">
      <table>
        <caption>{t.comingTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.cost}</th>
          </tr>
        </thead>
        <tbody>
          {view.comingPosts.map(({ text, atMs, messages }, n) => (
            <tr key={n}>
              <th scope="row">
                {text}
                <br />
                <span class="faint small">{momentText(atMs)}</span>
              </th>
              <td>{messages}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <strong>{t.total}</strong>
            </th>
            <td>
              <strong>{view.coming}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="faint small">{t.comingHint}</p>
    </section>
  );
}
