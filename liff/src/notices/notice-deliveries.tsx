import type { Delivery, NoticeView } from '../../../shared/notices/notice-api.ts';
import { momentText } from '../ui/moment.ts';
import { noticesText as t } from './text.ts';

/** What became of a notice in each of its groups. */
export function NoticeDeliveries({ view }: { readonly view: NoticeView }) {
  const isPlanned = view.deliveries.every(({ state }) => state === 'planned');
  return (
    <section class="card" aria-labelledby="groups">
      <h2 id="groups">{isPlanned ? t.deliveriesPlanned : t.deliveries}</h2>
      <ul class="stack">
        {view.deliveries.map((delivery) => (
          <li key={delivery.groupId} class="answer stack tight">
            <strong>{delivery.groupName}</strong>
            <p class="small">{stateOf(delivery)}</p>
            {delivery.edition < view.edition && <p class="small wrong">{t.older}</p>}
            {delivery.withoutPicture && <p class="faint small">{t.withoutPicture}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ stateLabel, sentAtMs, via }: Delivery): string {
  const when = sentAtMs === undefined ? '' : ` ${momentText(sentAtMs)}`;
  return `${stateLabel}${when}${via === undefined ? '' : ` (${t.via[via]})`}`;
}
