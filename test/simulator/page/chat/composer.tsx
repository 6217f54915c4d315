import type { JSX, RefObject } from 'preact';
import { Icon } from '../icon.tsx';
import { text } from '../text.ts';

interface ComposerProps {
  readonly draft: string;
  readonly fileInput: RefObject<HTMLInputElement | null>;
  readonly textInput: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (draft: string) => void;
  readonly onSend: () => void;
  readonly onFile: (file: File) => void;
  readonly onLocation: () => void;
}

/** Where a person writes. Enter sends; Shift+Enter starts a new line. */
export function Composer(props: ComposerProps): JSX.Element {
  const { draft, fileInput, textInput, onDraft, onSend, onFile, onLocation } = props;
  const isEmpty = draft.trim() === '';
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onSend();
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-label={text.attach}
        title={text.attach}
        onClick={() => fileInput.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={fileInput}
        type="file"
        hidden
        data-testid="attach-input"
        aria-label={text.attach}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that choosing the same file again is a change again.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={text.shareLocation}
        title={text.shareLocation}
        onClick={onLocation}
      >
        <Icon name="pin" />
      </button>
      <textarea
        ref={textInput}
        rows={1}
        data-testid="composer"
        aria-label={text.composer}
        placeholder={text.composerHint}
        value={draft}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes, Enter belongs to it.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          if (!isEmpty) onSend();
        }}
      />
      <button
        type="submit"
        class="icon-button send"
        data-testid="send"
        aria-label={text.send}
        title={text.send}
        disabled={isEmpty}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}
