import { useDownload } from '../api/use-download.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { statisticsText as t } from './text.ts';

const FORMATS = ['docx', 'xlsx'] as const;

interface StatisticsFilesProps {
  readonly kind: string;
  /** Last day of the period. */
  readonly end: string;
}

/** The report as a file, in the form the ITA asks for. */
export function StatisticsFiles({ kind, end }: StatisticsFilesProps) {
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
          onClick={() => void start('complaint-statistics', { period: kind, end, format })}
        >
          {t[format]}
        </button>
      ))}
      <p class="faint small">{t.fileHint}</p>
      {failure && <FailureNote failure={failure} />}
    </section>
  );
}
