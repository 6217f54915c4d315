import { useState } from 'preact/hooks';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { dashboardText as t } from './text.ts';
import { useMeasureTitles } from './use-measure-titles.ts';

/** As many as one looks through before typing a word more. */
const MAX_FOUND = 12;

interface AnswersPickerProps {
  readonly year: number;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which measures answer an indicator: those chosen first, then what the typed word finds. */
export function AnswersPicker({ year, chosen, onChange }: AnswersPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [word, setWord] = useState('');
  const { titles, failure } = useMeasureTitles(year, isOpen);
  const found = (titles ?? []).filter(({ id, title }) => !chosen.includes(id) && title.includes(word.trim()));
  const taken = (titles ?? []).filter(({ id }) => chosen.includes(id));
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div class="stack">
      <p class="small">{t.answersCount(chosen.length)}</p>
      <p class="faint small">{t.answersHint}</p>
      {!isOpen && (
        <button type="button" class="button" onClick={() => setIsOpen(true)}>
          {t.chooseAnswers}
        </button>
      )}
      {failure && <FailureNote failure={failure} />}
      {isOpen && !titles && !failure && <Waiting />}
      {isOpen && titles && (
        <>
          <TextField label={t.search} value={word} onChange={setWord} />
          <fieldset class="one-of">
            <legend class="unseen">{t.chooseAnswers}</legend>
            {[...taken, ...found.slice(0, MAX_FOUND)].map(({ id, title }) => (
              <label key={id} class="small">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
          {found.length > MAX_FOUND && <p class="faint small">{t.foundMore(found.length - MAX_FOUND)}</p>}
          {found.length === 0 && taken.length === 0 && <p class="faint small">{t.foundNone}</p>}
        </>
      )}
    </div>
  );
}
