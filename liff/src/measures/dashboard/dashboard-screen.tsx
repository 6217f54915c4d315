import { useState } from 'preact/hooks';
import type { Dashboard } from '../../../../shared/measures/dashboard-api.ts';
import { formatDay } from '../../../../shared/thai/dates.ts';
import type { Day } from '../../../../shared/thai/days.ts';
import { useData } from '../../api/use-data.ts';
import { Link } from '../../routing/link.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useApp } from '../../use-app.ts';
import { toThaiYear } from '../thai-year.ts';
import { Groups } from './groups.tsx';
import { ItaWeak } from './ita-weak.tsx';
import { Overall } from './overall.tsx';
import { Spending } from './spending.tsx';
import { Still } from './still.tsx';
import { dashboardText as t } from './text.ts';

/** How the whole plan stands, for those who answer for it. */
export function DashboardScreen() {
  const [year, setYear] = useState<number>();
  const data = useData<Dashboard>(`/measures/dashboard${year === undefined ? '' : `?year=${year}`}`);
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Loaded data={data} cards={3}>
        {(dashboard) =>
          dashboard.fiscalYear === null ? (
            <NoPlan dashboard={dashboard} />
          ) : (
            <Board dashboard={dashboard} year={dashboard.fiscalYear} onYear={setYear} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface BoardProps {
  readonly dashboard: Dashboard;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

function Board({ dashboard, year, onYear }: BoardProps) {
  const { session } = useApp();
  const { years, round, progress, spending, ita } = dashboard;
  return (
    <>
      {years.length > 1 ? (
        <Choice
          label={t.year}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: t.yearOf(toThaiYear(one)) }))}
          onChange={(chosen) => onYear(Number(chosen))}
        />
      ) : (
        <p>{t.yearOf(toThaiYear(year))}</p>
      )}
      {round && <p class="faint small">{t.round(round.name, formatDay(round.closes as Day, 'long'))}</p>}
      <Overall progress={progress} />
      <Groups dashboard={dashboard} />
      <Still year={year} dashboard={dashboard} />
      <Spending year={year} spending={spending} />
      <ItaWeak ita={ita} mayEnter={mayEdit(session.roles)} />
      <Link to="/reports" class="button">
        {t.toReports}
      </Link>
      {session.roles.includes('admin') && (
        <Link to="/dashboard/settings" class="button plain">
          {t.settings}
        </Link>
      )}
    </>
  );
}

function NoPlan({ dashboard }: { readonly dashboard: Dashboard }) {
  const { session } = useApp();
  const edits = mayEdit(session.roles);
  return (
    <>
      <div class="note">
        <p>{t.noPlan}</p>
        <p class="faint small">{edits ? t.noPlanHint : t.askEditor}</p>
      </div>
      {edits && (
        <Link to="/measures/plan" class="button strong">
          {t.bringPlan}
        </Link>
      )}
      <ItaWeak ita={dashboard.ita} mayEnter={edits} />
      {session.roles.includes('admin') && (
        <Link to="/dashboard/settings" class="button plain">
          {t.settings}
        </Link>
      )}
    </>
  );
}

function mayEdit(roles: readonly string[]): boolean {
  return roles.includes('admin') || roles.includes('officer');
}
