import { useState } from 'preact/hooks';
import type { GiftList, GiftRound, GiftView } from '../../../shared/notices/gift-api.ts';
import { noticeText } from '../../../shared/notices/text.ts';
import { dayOf } from '../../../shared/thai/days.ts';
import { buddhistYearOf, fiscalYearOf, makeFiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { formatBaht, satang, sumSatang } from '../../../shared/thai/money.ts';
import { useData } from '../api/use-data.ts';
import { Link } from '../routing/link.tsx';
import { DownloadCard } from '../ui/download-card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { dayText } from '../ui/moment.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { GiftUnits } from './gift-units.tsx';
import { giftsText as t } from './text.ts';

const ROUNDS: readonly GiftRound[] = ['6', '12'];

/** The gift register of one round: one's own entries, or all of them for who looks after it. */
export function GiftListScreen() {
  const [asked, setAsked] = useState<{ readonly fiscalYear: number; readonly round: GiftRound }>();
  const query = asked ? `?fiscalYear=${asked.fiscalYear}&round=${asked.round}` : '';
  const data = useData<GiftList>(`/gifts${query}`);
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Link to="/gifts/new" class="button strong">
        {t.report}
      </Link>
      <Loaded data={data} cards={3}>
        {(list) => (
          <>
            <Tabs
              label={t.roundsLabel}
              options={ROUNDS}
              value={list.round}
              names={t.rounds}
              onChange={(round) => setAsked({ fiscalYear: list.fiscalYear, round })}
            />
            <Figures list={list} />
            <div class="pair">
              {[-1, 1].map(
                (step) =>
                  list.fiscalYear + step <= fiscalYearOf(dayOf(Date.now())) && (
                    <button
                      key={step}
                      type="button"
                      class="button"
                      onClick={() => setAsked({ fiscalYear: list.fiscalYear + step, round: '12' })}
                    >
                      {step < 0 ? t.before : t.after}
                    </button>
                  ),
              )}
            </div>
            <Entries list={list} />
            <GiftUnits list={list} data={data} />
            {list.seesAll && (
              <DownloadCard
                text={t}
                kind="gift-register"
                input={{ fiscalYear: list.fiscalYear, round: list.round }}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figures({ list }: { readonly list: GiftList }) {
  const total = sumSatang(list.gifts.map(({ valueSatang }) => satang(valueSatang)));
  const year = makeFiscalYear(list.fiscalYear);
  return (
    <section class="card" aria-labelledby="round">
      <h2 id="round">{year === null ? '' : t.year(String(buddhistYearOf(year)))}</h2>
      <p class="faint small">{list.periodText}</p>
      <p>
        <span class="large">{t.times(list.gifts.length)}</span>{' '}
        <span class="faint">{list.seesAll ? t.ofAll : t.ofMine}</span>
      </p>
      {list.gifts.length > 0 && <p>{t.worth(formatBaht(total))}</p>}
    </section>
  );
}

function Entries({ list }: { readonly list: GiftList }) {
  if (list.gifts.length === 0) return <p class="note">{list.seesAll ? t.noneAll : t.noneMine}</p>;
  return (
    <section class="stack" aria-label={t.list}>
      <ul class="stack">
        {list.gifts.map((gift) => (
          <li key={gift.id}>
            <Link to={`/gifts/${encodeURIComponent(gift.id)}`} class="card open-line">
              <Entry gift={gift} isNamed={list.seesAll} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ gift, isNamed }: { readonly gift: GiftView; readonly isNamed: boolean }) {
  return (
    <>
      <div class="row">
        <strong>{gift.item}</strong>
        <span>{formatBaht(satang(gift.valueSatang))}</span>
      </div>
      <div class="stack tight small">
        <span>{t.from(gift.giver, noticeText.giverKinds[gift.giverKind])}</span>
        <span class="faint">
          {dayText(gift.receivedDay, 'short')} · {noticeText.giftActions[gift.action]}
        </span>
        {isNamed && <span class="faint">{t.reporter(gift.reporterName, gift.unit)}</span>}
      </div>
      {gift.reportByDay !== undefined && (
        <span class="note warn small">{t.reportBy(dayText(gift.reportByDay, 'short'))}</span>
      )}
    </>
  );
}
