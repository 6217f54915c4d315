import type { JSX } from 'preact';
import type { SimState } from '../../protocol.ts';
import { text } from '../text.ts';

const number = new Intl.NumberFormat('th-TH');

/** How much of the month's messages is spent. */
export function QuotaPanel({ quota }: { readonly quota: SimState['quota'] }): JSX.Element {
  const used = number.format(quota.used);
  const isLimited = quota.type === 'limited';
  const words = isLimited ? text.quota.used(used, number.format(quota.limit)) : text.quota.unlimited(used);
  return (
    <section class="panel">
      <h3>{text.quota.title}</h3>
      {isLimited ? (
        <meter min={0} max={quota.limit} value={quota.used} aria-label={text.quota.title} />
      ) : null}
      <p>{words}</p>
    </section>
  );
}
