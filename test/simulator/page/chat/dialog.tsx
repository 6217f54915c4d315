import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../text.ts';

interface DialogProps {
  readonly title: string;
  /** The label of the confirming button; without it there is only a closing one. */
  readonly confirm?: string;
  readonly onConfirm?: (fields: FormData) => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question above the page. Escape and the cancel button close it; the browser keeps the focus inside. */
export function Dialog({ title, confirm, onConfirm, onClose, children }: DialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} class="dialog" aria-label={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          onClose();
          onConfirm?.(fields);
        }}
      >
        <h2>{title}</h2>
        <div class="dialog-body">{children}</div>
        <div class="dialog-buttons">
          <button type="button" class="soft-button" onClick={onClose}>
            {confirm === undefined ? text.close : text.cancel}
          </button>
          {confirm === undefined ? null : (
            <button type="submit" class="strong-button">
              {confirm}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
