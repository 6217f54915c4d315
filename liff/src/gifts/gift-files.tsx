import type { GiftDownload, GiftRound } from '../../../shared/notices/gift-api.ts';
import { useDownload } from '../api/use-download.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { giftsText as t } from './text.ts';

const FORMATS: readonly GiftDownload['format'][] = ['docx', 'xlsx'];

interface GiftFilesProps {
  readonly fiscalYear: number;
  readonly round: GiftRound;
}

/** The round's report as a file, in the form that the ITA asks for. */
export function GiftFiles({ fiscalYear, round }: GiftFilesProps) {
  const { isWorking, failure, start } = useDownload();
  return (
    <section class="card" aria-labelledby="files">
      <h2 id="files">{t.files}</h2>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class="button"
          aria-disabled={isWorking}
          onClick={() => void start('gift-register', { fiscalYear, round, format })}
        >
          {t[format]}
        </button>
      ))}
      <p class="faint small">{t.fileHint}</p>
      {failure && <FailureNote failure={failure} />}
    </section>
  );
}
