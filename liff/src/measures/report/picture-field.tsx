import { useId, useRef, useState } from 'preact/hooks';
import type { MeasureView, Picture } from '../../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { newKey } from '../../api/new-key.ts';
import { shrinkPicture } from '../../files/shrink-picture.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useApp } from '../../use-app.ts';
import { measuresText as t } from '../text.ts';
import { EVIDENCE_PER_REPORT_MAX } from './report-limits.ts';

/** Longest side of a picture that is sent: enough to read a document on it. */
const LONGEST_PX = 1_600;

interface PictureFieldProps {
  readonly view: MeasureView;
  readonly pictures: readonly string[];
  readonly onChange: (change: (before: readonly string[]) => readonly string[]) => void;
}

/** Pictures go to the server as soon as they are chosen, one after the other; the report then only names them. */
export function PictureField({ view, pictures, onChange }: PictureFieldProps) {
  const { login } = useApp();
  const id = useId();
  const [progress, setProgress] = useState<{ readonly at: number; readonly of: number }>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [isOver, setIsOver] = useState(false);
  /** Chosen and not sent yet, each with the key of its sending. */
  const waiting = useRef<{ readonly file: Blob; readonly key: string }[]>([]);

  const sendAll = async () => {
    setFailure(undefined);
    const of = waiting.current.length;
    try {
      for (let at = 1; waiting.current.length > 0; at += 1) {
        setProgress({ at, of });
        const [next] = waiting.current;
        if (!next) break;
        const path = `/measures/${view.fiscalYear}/${view.id}/pictures`;
        const { id: sent } = await uploadFile<Picture>(login, {
          path,
          bytes: await shrinkPicture(next.file, LONGEST_PX),
          key: next.key,
          // Pictures are counted, one by one.
          onProgress: () => {},
        });
        waiting.current.shift();
        onChange((before) => [...before, sent]);
      }
    } catch (error) {
      if (error instanceof ApiFailure) {
        setFailure(error);
        // What will never be taken must not stand in the way of the others.
        if (!error.passes && !error.needsLogin) waiting.current.shift();
      }
    } finally {
      setProgress(undefined);
    }
  };
  const choose = (input: HTMLInputElement) => {
    const room = EVIDENCE_PER_REPORT_MAX - pictures.length - waiting.current.length;
    const chosen = [...(input.files ?? [])];
    setIsOver(chosen.length > room);
    waiting.current.push(...chosen.slice(0, Math.max(0, room)).map((file) => ({ file, key: newKey() })));
    input.value = '';
    if (!progress) void sendAll();
  };
  return (
    <div class="field">
      <label for={id}>{t.fields.pictures}</label>
      <p id={`${id}-hint`} class="faint small">
        {t.hints.pictures}
      </p>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={(event) => choose(event.currentTarget)}
      />
      <div role="status">
        {progress && (
          <>
            <p class="small">{t.pictureSending(progress.at, progress.of)}</p>
            <progress max={progress.of} value={progress.at - 1} aria-label={t.fields.pictures} />
          </>
        )}
        {!progress && pictures.length > 0 && <p class="small">{t.pictureReady(pictures.length)}</p>}
      </div>
      {isOver && <p class="wrong small">{t.tooManyPictures}</p>}
      {failure && <FailureNote failure={failure} again={() => void sendAll()} />}
      {pictures.map((one, n) => (
        <button
          key={one}
          type="button"
          class="button"
          onClick={() => onChange((before) => before.filter((other) => other !== one))}
        >
          {t.removePicture(n + 1)}
        </button>
      ))}
    </div>
  );
}
