import { useState } from 'preact/hooks';
import { ApiFailure } from '../../api/api-failure.ts';
import { useSend } from '../../api/use-send.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useApp } from '../../use-app.ts';
import { questionOf, type ReportChoice } from './report-choice.ts';
import { reportsText as t } from './text.ts';

type Format = 'docx' | 'xlsx';
const FORMATS: readonly Format[] = ['docx', 'xlsx'];

/** Gets a ticket for the file and opens it outside: the browser inside LINE cannot save what a page fetched. */
export function DownloadButtons({ choice }: { readonly choice: ReportChoice }) {
  const { login } = useApp();
  const { send, isSending, failure } = useSend<{ readonly path: string }>();
  const [isOpened, setIsOpened] = useState(false);
  const download = async (format: Format) => {
    if (isSending) return;
    setIsOpened(false);
    const ticket = await send('/downloads', {
      kind: 'measure-report',
      input: { ...questionOf(choice), format },
    });
    if (!ticket || ticket instanceof ApiFailure) return;
    login.openOutside(location.origin + ticket.path);
    setIsOpened(true);
  };
  return (
    <div class="stack">
      <div class="pair">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button strong"
            aria-disabled={isSending}
            onClick={() => void download(format)}
          >
            {t[format]}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {failure && <FailureNote failure={failure} />}
        {isOpened && <p class="note small">{t.opened}</p>}
      </div>
    </div>
  );
}
