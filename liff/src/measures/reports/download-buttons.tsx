import { useState } from 'preact/hooks';
import { useDownload } from '../../api/use-download.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { questionOf, type ReportChoice } from './report-choice.ts';
import { reportsText as t } from './text.ts';

const FORMATS = ['docx', 'xlsx'] as const;

/** The report as a file, saved by the phone's browser. */
export function DownloadButtons({ choice }: { readonly choice: ReportChoice }) {
  const { isWorking, failure, start } = useDownload();
  const [isAsked, setIsAsked] = useState(false);
  const download = async (format: (typeof FORMATS)[number]) => {
    setIsAsked(true);
    await start('measure-report', { ...questionOf(choice), format });
  };
  return (
    <div class="stack">
      <div class="pair">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button strong"
            aria-disabled={isWorking}
            onClick={() => void download(format)}
          >
            {t[format]}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {failure && <FailureNote failure={failure} />}
        {isAsked && !isWorking && !failure && <p class="note small">{t.opened}</p>}
      </div>
    </div>
  );
}
