import { useEffect, useRef, useState } from 'preact/hooks';
import { FailureNote } from '../ui/failure-note.tsx';
import { ownAddress } from './own-address.ts';
import { shrinkPicture } from './shrink-picture.ts';
import { filesText as t } from './text.ts';
import { useUpload } from './use-upload.ts';

/** A file that the server has. `url` is empty where it has no address of its own. */
export interface UploadedFile {
  readonly id: string;
  readonly url: string;
}

interface FileFieldProps {
  /** "รูป", "เอกสาร" */
  readonly what: string;
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  /** Below /api. */
  readonly path: string;
  readonly maxBytes: number;
  /** Longer side to which a picture is shrunk on the phone; left out for other files. */
  readonly sideMax?: number;
  readonly value: UploadedFile | undefined;
  readonly onChange: (value: UploadedFile | undefined) => void;
}

const MB = 1024 * 1024;

/** The place for one file: it is uploaded as soon as it is chosen, and shown with the way to take it out again. */
export function FileField(props: FileFieldProps) {
  const { what, label, hint, accept, path, maxBytes, sideMax, value, onChange } = props;
  const upload = useUpload<UploadedFile>();
  const chosen = useRef<Blob | undefined>(undefined);
  const [isPreparing, setIsPreparing] = useState(false);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [shown, setShown] = useState<string>();
  useEffect(() => () => (shown === undefined ? undefined : URL.revokeObjectURL(shown)), [shown]);

  const send = async () => {
    const bytes = chosen.current;
    if (!bytes) return;
    const answer = await upload.start(path, bytes);
    if (!answer) return;
    if (sideMax !== undefined) setShown(URL.createObjectURL(bytes));
    onChange({ id: answer.id, url: answer.url ?? '' });
  };
  const choose = async (file: File | undefined) => {
    if (!file || isPreparing || upload.part !== undefined) return;
    setIsPreparing(true);
    const bytes = sideMax === undefined ? file : await shrinkPicture(file, sideMax);
    setIsPreparing(false);
    setIsTooLarge(bytes.size > maxBytes);
    if (bytes.size > maxBytes) return;
    chosen.current = bytes;
    await send();
  };
  const isBusy = isPreparing || upload.part !== undefined;
  const percent = Math.round((upload.part ?? 0) * 100);
  const source = shown ?? (value?.url ? ownAddress(value.url) : undefined);
  return (
    <div class="stack tight">
      {value && sideMax !== undefined && source && (
        <img class="picture" src={source} alt={t.attached(what)} />
      )}
      <p class="small" role="status">
        {isPreparing
          ? t.preparing
          : upload.part !== undefined
            ? t.uploading(percent)
            : value && t.attached(what)}
      </p>
      {upload.part !== undefined && <progress max={100} value={percent} aria-label={t.uploading(percent)} />}
      {isTooLarge && (
        <p class="note bad" role="alert">
          {t.tooLarge(maxBytes / MB)}
        </p>
      )}
      {upload.failure && <FailureNote failure={upload.failure} again={() => void send()} />}
      {value ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            setShown(undefined);
            onChange(undefined);
          }}
        >
          {t.remove(what)}
        </button>
      ) : (
        <label class="button file" aria-disabled={isBusy}>
          {label}
          <input
            type="file"
            accept={accept}
            class="unseen"
            onChange={(event) => {
              const input = event.currentTarget;
              void choose(input.files?.[0]).finally(() => {
                input.value = '';
              });
            }}
          />
        </label>
      )}
      {hint && !value && <p class="faint small">{hint}</p>}
    </div>
  );
}
