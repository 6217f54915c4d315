import { Fragment } from 'preact';
import type { GiftContent } from '../../../shared/notices/gift-api.ts';
import { noticeText } from '../../../shared/notices/text.ts';
import { formatMoney, satang } from '../../../shared/thai/money.ts';
import { dayText } from '../ui/moment.ts';

/** One gift, column by column as the form has them. */
export function GiftFacts({ gift }: { readonly gift: GiftContent }) {
  const c = noticeText.giftColumns;
  const rows: readonly (readonly [string, string])[] = [
    [c.receivedDay, dayText(gift.receivedDay)],
    [c.item, gift.item],
    [c.quantity, String(gift.quantity)],
    [c.value, formatMoney(satang(gift.valueSatang))],
    [c.giver, `${gift.giver} (${noticeText.giverKinds[gift.giverKind]})`],
    [c.occasion, gift.occasion],
    [c.receivedAs, noticeText.receivedAs[gift.receivedAs]],
    [c.action, noticeText.giftActions[gift.action]],
    ...(gift.note ? ([[c.note, gift.note]] as const) : []),
  ];
  return (
    <section class="card">
      <dl class="facts">
        {rows.map(([label, text]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
