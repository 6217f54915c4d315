import { useState } from 'preact/hooks';
import type { MeasureSettingsView, ReportPreview } from '../../../../shared/measures/dashboard-api.ts';
import { LAYOUTS, type LayoutId } from '../../../../shared/measures/layouts.ts';
import type { MeasureList } from '../../../../shared/measures/measure-api.ts';
import { useData } from '../../api/use-data.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { Choice } from '../../ui/choice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { OneOf } from '../../ui/one-of.tsx';
import { Page } from '../../ui/page.tsx';
import { toThaiYear } from '../thai-year.ts';
import { DownloadButtons } from './download-buttons.tsx';
import { type ReportChoice, searchOf } from './report-choice.ts';
import { ReportTable } from './report-preview.tsx';
import { reportsText as t } from './text.ts';

/** What a person chose the last time; the year and round follow the office. */
const LAST = { layout: 'ph', digits: 'thai' } as const satisfies Pick<ReportChoice, 'layout' | 'digits'>;

/** The office's reports: chosen, looked at, and taken away as a file. */
export function ReportsScreen() {
  const list = useData<MeasureList>('/measures?view=mine');
  const settings = useData<MeasureSettingsView>('/measures/settings');
  return (
    <Page title={t.title} back={{ to: '/', label: t.home }}>
      <Loaded data={list} cards={2}>
        {({ fiscalYear, years, round }) =>
          fiscalYear === null ? (
            <div class="note">
              <p>{t.noPlan}</p>
              <p class="faint small">{t.noPlanHint}</p>
            </div>
          ) : (
            <Loaded data={settings} cards={2}>
              {({ rounds }) => (
                <Chooser
                  years={years}
                  rounds={rounds}
                  first={{ year: fiscalYear, round: round?.months ?? 'plan' }}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

interface ChooserProps {
  readonly years: readonly number[];
  readonly rounds: MeasureSettingsView['rounds'];
  readonly first: Pick<ReportChoice, 'year' | 'round'>;
}

function Chooser({ years, rounds, first }: ChooserProps) {
  const [when, setWhen] = useState(first);
  const [how, setHow] = useDraft<Pick<ReportChoice, 'layout' | 'digits'>>('report-choice', LAST, 'phone');
  const choice: ReportChoice = { ...when, ...how };
  const columns = LAYOUTS[how.layout].columns.map(({ header }) => header).join(', ');
  return (
    <>
      <section class="card">
        <div class="pair">
          <Choice
            label={t.year}
            value={String(when.year)}
            options={years.map((year) => ({ value: String(year), label: t.yearOf(toThaiYear(year)) }))}
            onChange={(year) => setWhen({ ...when, year: Number(year) })}
          />
          <Choice
            label={t.round}
            value={String(when.round)}
            options={[
              ...rounds.map(({ months, name }) => ({
                value: String(months),
                label: name ?? t.roundOf(months),
              })),
              { value: 'plan', label: t.plan },
            ]}
            onChange={(round) => setWhen({ ...when, round: round === 'plan' ? 'plan' : Number(round) })}
          />
        </div>
        <Choice
          label={t.layout}
          value={how.layout}
          options={(Object.keys(t.layouts) as LayoutId[]).map((value) => ({
            value,
            label: t.layouts[value],
          }))}
          onChange={(layout) => setHow({ ...how, layout })}
        />
        <p class="faint small">{t.columns(columns)}</p>
        <OneOf
          label={t.digits}
          value={how.digits}
          options={t.digitsOf}
          onChange={(digits) => setHow({ ...how, digits })}
        />
        <DownloadButtons choice={choice} />
      </section>
      <Preview key={searchOf(choice)} choice={choice} />
    </>
  );
}

function Preview({ choice }: { readonly choice: ReportChoice }) {
  const data = useData<ReportPreview>(`/measures/report?${searchOf(choice)}`);
  return (
    <Loaded data={data} cards={2}>
      {(preview) => <ReportTable preview={preview} />}
    </Loaded>
  );
}
