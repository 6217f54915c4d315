import { useState } from 'preact/hooks';
import type { Dashboard, GroupProgress } from '../../../../shared/measures/dashboard-api.ts';
import { formatPercent } from '../../../../shared/thai/percent.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { FirstFew } from './first-few.tsx';
import { PercentBar } from './percent-bar.tsx';
import { dashboardText as t } from './text.ts';

type By = keyof typeof t.groups;
const BY: readonly By[] = ['byUnit', 'byDimension', 'byIndicator'];

/** The plan by unit, dimension or indicator: a table, each row with its bar. */
export function Groups({ dashboard }: { readonly dashboard: Dashboard }) {
  const [by, setBy] = useState<By>('byUnit');
  return (
    <section class="card" aria-label={t.groupTitle}>
      <Tabs label={t.groupsLabel} options={BY} value={by} names={t.groups} onChange={setBy} />
      <FirstFew key={by} all={dashboard[by]}>
        {(groups) => <Rows groups={groups} head={t.groups[by]} />}
      </FirstFew>
      {dashboard[by].length === 0 && <p class="faint">{t.noGroups}</p>}
    </section>
  );
}

function Rows({ groups, head }: { readonly groups: readonly GroupProgress[]; readonly head: string }) {
  if (groups.length === 0) return null;
  return (
    <table class="bars">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t.doneOf}</th>
          <th scope="col">{t.percent}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, counts, planned, percentHundredths, late, still }) => (
          <tr key={name}>
            <th scope="row">
              {name || t.unnamed}
              <PercentBar hundredths={percentHundredths} />
              {(late > 0 || still > 0) && (
                <span class="wrong small">
                  {[late > 0 ? t.late(late) : '', still > 0 ? t.stillCount(still) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
            </th>
            <td>{t.doneOfAll(counts.done, planned)}</td>
            <td>{formatPercent(percentHundredths)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
