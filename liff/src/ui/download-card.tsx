import { useDownload } from '../api/use-download.ts';
import { FailureNote } from './failure-note.tsx';

const FORMATS = ['docx', 'xlsx'] as const;

interface DownloadCardProps {
  /** Title, the label of each format, and what happens when one is tapped. */
  readonly text: Readonly<Record<'files' | 'fileHint' | (typeof FORMATS)[number], string>>;
  /** What `POST /api/downloads` calls it, and which one of it; the format is added. */
  readonly kind: string;
  readonly input: object;
}

/** A report as a file, in the form that the ITA asks for. */
export function DownloadCard({ text, kind, input }: DownloadCardProps) {
  const { isWorking, failure, start } = useDownload();
  return (
    <section class="card" aria-labelledby="files">
      <h2 id="files">{text.files}</h2>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class="button"
          aria-disabled={isWorking}
          onClick={() => void start(kind, { ...input, format })}
        >
          {text[format]}
        </button>
      ))}
      <p class="faint small">{text.fileHint}</p>
      {failure && <FailureNote failure={failure} />}
    </section>
  );
}
