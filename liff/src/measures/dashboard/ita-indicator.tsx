import type { ItaView } from '../../../../shared/measures/dashboard-api.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AnswersPicker } from './answers-picker.tsx';
import { type Instrument, scoreText, type TypedIndicator } from './ita-draft.ts';
import { dashboardText as t } from './text.ts';

const INSTRUMENTS = (Object.keys(t.instruments) as Instrument[]).map((value) => ({
  value,
  label: t.instruments[value],
}));

interface ItaIndicatorProps {
  readonly year: number;
  readonly typed: TypedIndicator;
  /** As it stands in the system, where it does. */
  readonly stored: ItaView['indicators'][number] | undefined;
  readonly wrongScore: string | undefined;
  readonly wrongName: string | undefined;
  readonly onChange: (typed: TypedIndicator) => void;
  readonly onRemove: () => void;
}

/** One indicator: its score in sight, name and answers behind a line. */
export function ItaIndicator(props: ItaIndicatorProps) {
  const { year, typed, stored, wrongScore, wrongName, onChange, onRemove } = props;
  const differs = stored !== undefined && scoreText(stored.scoreHundredths) !== typed.score;
  return (
    <section class="card">
      <TextField
        label={`${typed.name || t.newIndicator} (${typed.instrument})`}
        inputMode="decimal"
        hint={differs ? t.inSystem(scoreText(stored.scoreHundredths) || t.noScore) : undefined}
        value={typed.score}
        onChange={(score) => onChange({ ...typed, score })}
        wrong={wrongScore}
      />
      <details open={typed.was === null || wrongName !== undefined}>
        <summary class="small">{t.nameAndAnswers}</summary>
        <div class="stack">
          <TextField
            label={t.name}
            value={typed.name}
            onChange={(name) => onChange({ ...typed, name })}
            wrong={wrongName}
          />
          <Choice
            label={t.instrument}
            value={typed.instrument}
            options={INSTRUMENTS}
            onChange={(instrument) => onChange({ ...typed, instrument })}
          />
          <AnswersPicker
            year={year}
            chosen={typed.measureIds}
            onChange={(measureIds) => onChange({ ...typed, measureIds })}
          />
          <button type="button" class="button plain" onClick={onRemove}>
            {t.removeIndicator}
          </button>
        </div>
      </details>
    </section>
  );
}
