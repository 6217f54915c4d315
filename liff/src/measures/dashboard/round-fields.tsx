import { TextField } from '../../ui/text-field.tsx';
import type { SettingsProblems, TypedRound } from './settings-draft.ts';
import { dashboardText as t } from './text.ts';

const ROUNDS_MAX = 12;
const NEW: TypedRound = { months: '', closesAfterDays: '15', name: '' };

interface RoundFieldsProps {
  readonly rounds: readonly TypedRound[];
  /** What stands, when it is to be shown beside what is typed. */
  readonly stored: readonly TypedRound[] | undefined;
  readonly problems: SettingsProblems;
  readonly onChange: (rounds: readonly TypedRound[]) => void;
}

/** The office's rounds of a year. */
export function RoundFields({ rounds, stored, problems, onChange }: RoundFieldsProps) {
  const put = (at: number, part: Partial<TypedRound>) =>
    onChange(rounds.map((round, n) => (n === at ? { ...round, ...part } : round)));
  return (
    <section class="card" aria-labelledby="rounds">
      <h2 id="rounds">{t.rounds}</h2>
      <p class="faint small">{t.roundsHint}</p>
      {stored && <p class="note small">{t.inSystem(stored.map(roundWords).join(' · '))}</p>}
      <div class="ruled">
        {rounds.map((round, at) => (
          <fieldset key={at} class="stack">
            <legend class="unseen">
              {t.rounds} {at + 1}
            </legend>
            <div class="pair">
              <TextField
                label={t.months}
                inputMode="numeric"
                value={round.months}
                onChange={(months) => put(at, { months })}
                wrong={problems[`months.${at}`]}
              />
              <TextField
                label={t.closesAfter}
                inputMode="numeric"
                value={round.closesAfterDays}
                onChange={(closesAfterDays) => put(at, { closesAfterDays })}
                wrong={problems[`closes.${at}`]}
              />
            </div>
            <TextField
              label={t.roundName}
              hint={t.roundNameHint(round.months || '…')}
              maxLength={120}
              value={round.name}
              onChange={(name) => put(at, { name })}
            />
            {rounds.length > 1 && (
              <button
                type="button"
                class="button plain"
                onClick={() => onChange(rounds.filter((_, n) => n !== at))}
              >
                {t.removeRound}
              </button>
            )}
          </fieldset>
        ))}
      </div>
      {rounds.length < ROUNDS_MAX && (
        <button type="button" class="button" onClick={() => onChange([...rounds, NEW])}>
          {t.addRound}
        </button>
      )}
    </section>
  );
}

function roundWords({ months, closesAfterDays, name }: TypedRound): string {
  return `${name || `${t.months} ${months}`} (${closesAfterDays})`;
}
