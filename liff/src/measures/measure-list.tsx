import { useState } from 'preact/hooks';
import type { MeasureLine, MeasureList } from '../../../shared/measures/measure-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { buddhistYearOf, type FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { useData } from '../api/use-data.ts';
import { Link } from '../routing/link.tsx';
import { Choice } from '../ui/choice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { DueTag } from './due-tag.tsx';
import { MeasureProgress } from './measure-progress.tsx';
import { measuresText as t } from './text.ts';

type View = 'mine' | 'all';
type Show = 'all' | 'due' | 'late' | 'still';
const VIEWS: readonly View[] = ['mine', 'all'];
const SHOWS: readonly Show[] = ['all', 'due', 'late', 'still'];

/** A unit's measures, what is due first. What was read the last time is there at once. */
export function MeasureListScreen() {
  // A card in the chat opens the list of one unit.
  const unit = new URLSearchParams(location.search).get('unit');
  const [view, setView] = useState<View>(unit === null ? 'mine' : 'all');
  const [show, setShow] = useState<Show>('all');
  const ofUnit = unit === null ? '' : `&unit=${encodeURIComponent(unit)}`;
  const query = `view=${view}&show=${show}${ofUnit}`;
  const first = useData<MeasureList>(`/measures?${query}`, { keep: true });
  const list = first.value;
  return (
    <Page title={unit ?? t.title} back={{ to: '/', label: t.home }}>
      {list && list.fiscalYear !== null && (
        <p class="faint">
          {t.year(buddhistYearOf(list.fiscalYear as FiscalYear))}
          {list.round && <br />}
          {list.round && t.roundOpen(list.round.name, formatDay(list.round.closes as Day, 'long'))}
        </p>
      )}
      {list?.readsAll && (
        <Tabs label={t.viewsLabel} options={VIEWS} value={view} names={t.views} onChange={setView} />
      )}
      {list && list.fiscalYear !== null && (
        <Choice
          label={t.showLabel}
          value={show}
          options={SHOWS.map((value) => ({ value, label: t.show[value] }))}
          onChange={setShow}
        />
      )}
      <Loaded data={first} cards={3}>
        {(value) => (
          <>
            <Lines list={value} isMine={view === 'mine' && show === 'all'} />
            {value.next !== undefined && <Further key={query} query={query} after={value.next} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The pages after the first, each when it is asked for. */
function Further({ query, after }: { readonly query: string; readonly after: number }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" class="button" onClick={() => setIsOpen(true)}>
        {t.more}
      </button>
    );
  }
  return <OpenPage query={query} after={after} />;
}

function OpenPage({ query, after }: { readonly query: string; readonly after: number }) {
  const data = useData<MeasureList>(`/measures?${query}&after=${after}`);
  return (
    <Loaded data={data}>
      {(list) => (
        <>
          <Lines list={list} isMine={false} />
          {list.next !== undefined && <Further query={query} after={list.next} />}
        </>
      )}
    </Loaded>
  );
}

function Lines({ list, isMine }: { readonly list: MeasureList; readonly isMine: boolean }) {
  if (list.fiscalYear === null) {
    return (
      <div class="note">
        <p>{t.noPlan}</p>
        {list.edits && <p class="small">{t.noPlanEditor}</p>}
        {list.edits && (
          <Link to="/measures/plan" class="button strong">
            {t.bringPlan}
          </Link>
        )}
      </div>
    );
  }
  if (list.measures.length === 0) return <p class="note">{isMine ? t.noneMine : t.noneShown}</p>;
  const year = list.fiscalYear;
  return (
    <ul class="stack">
      {list.measures.map((one) => (
        <li key={one.id}>
          <Line measure={one} year={year} />
        </li>
      ))}
    </ul>
  );
}

function Line({ measure, year }: { readonly measure: MeasureLine; readonly year: number }) {
  return (
    <Link to={`/measures/${year}/${measure.id}`} class="card open-line">
      <DueTag due={measure.due} />
      <strong>{measure.title}</strong>
      {!measure.mine && <span class="faint small">{measure.units.map(({ unit }) => unit).join(', ')}</span>}
      <MeasureProgress measure={measure} />
      <span class="faint small">
        {measure.reportedDay === null
          ? t.neverReported
          : t.reported(formatDay(measure.reportedDay as Day, 'short'))}
      </span>
    </Link>
  );
}
