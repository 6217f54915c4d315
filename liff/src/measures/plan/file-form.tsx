import { useId, useState } from 'preact/hooks';
import type { DraftView } from '../../../../shared/measures/draft-api.ts';
import { useUpload } from '../../files/use-upload.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SendButton } from '../../ui/send-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readYear } from './read-year.ts';
import { ReadingNote } from './reading-note.tsx';
import { planText as t } from './text.ts';

/** As the server allows; said before a village's network carries it in vain. */
const FILE_BYTES_MAX = 10 * 1024 * 1024;
/** Web views know either the endings or the types. */
const ACCEPT =
  '.docx,.xlsx,.txt,.md,.html,.htm,text/plain,text/html,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A plan or a report as a file. */
export function FileForm({ onRead }: { readonly onRead: (draft: DraftView) => void }) {
  const id = useId();
  const [file, setFile] = useState<File>();
  const [year, setYear] = useState('');
  const [wrong, setWrong] = useState<{ file?: string; year?: string }>({});
  const { start, part, failure } = useUpload<DraftView>();
  const isSending = part !== undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = readYear(year);
    const found = { ...fileProblem(file), ...(read === undefined ? { year: t.yearWrong } : {}) };
    setWrong(found);
    if (!file || Object.keys(found).length > 0) return;
    const draft = await start(`/measures/drafts/file${read ? `?year=${read}` : ''}`, file);
    if (draft) onRead(draft);
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setWrong(fileProblem(chosen));
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <span class="field-name">{t.file}</span>
        <p id={`${id}-hint`} class="faint small">
          {t.fileHint}
        </p>
        <input
          id={id}
          class="unseen"
          type="file"
          accept={ACCEPT}
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={wrong.file !== undefined}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        <label for={id} class="button">
          {file ? t.chooseOther : t.chooseFile}
        </label>
        <p role="status">{file && `${file.name} · ${t.size(file.size)}`}</p>
        <p id={`${id}-wrong`} class="wrong small">
          {wrong.file}
        </p>
      </div>
      <TextField
        label={t.year}
        hint={t.yearHint}
        inputMode="numeric"
        value={year}
        onChange={setYear}
        wrong={wrong.year}
      />
      <ReadingNote isReading={isSending} />
      {failure && <FailureNote failure={failure} />}
      <SendButton label={t.readFile} isSending={isSending} />
    </form>
  );
}

function fileProblem(file: File | undefined): { file?: string } {
  if (!file) return { file: t.fileMissing };
  if (file.size === 0) return { file: t.fileEmpty };
  return file.size > FILE_BYTES_MAX ? { file: t.fileTooLarge } : {};
}
