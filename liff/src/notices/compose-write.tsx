import type { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { SendButton } from '../ui/send-button.tsx';
import { useFirstWrong } from '../ui/use-first-wrong.ts';
import { ComposeAttach } from './compose-attach.tsx';
import { ComposeGroups } from './compose-groups.tsx';
import type { ComposePartProps } from './compose-part.ts';
import { composeText as t } from './compose-text.ts';
import { ComposeWhen } from './compose-when.tsx';
import { ComposeWords } from './compose-words.tsx';

interface ComposeWriteProps extends ComposePartProps {
  readonly wasKept: boolean;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | undefined;
  readonly onStartOver: () => void;
  readonly onCheck: () => void;
  /** Left out where it is no draft any more. */
  readonly onKeep: (() => void) | undefined;
}

/** The fields of a notice. */
export function ComposeWrite(props: ComposeWriteProps) {
  const { view, wrong, wasKept, isBusy, failure, onStartOver, onCheck, onKeep } = props;
  const part = { draft: props.draft, setDraft: props.setDraft, form: props.form, view, wrong };
  const isOut = view?.status === 'posted';
  useFirstWrong(wrong);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      {wasKept && (
        <div class="note">
          <p>{t.kept}</p>
          <button type="button" class="button" onClick={onStartOver}>
            {t.startOver}
          </button>
        </div>
      )}
      <ComposeWords {...part} />
      <ComposeAttach {...part} />
      <ComposeGroups {...part} />
      {!isOut && <ComposeWhen {...part} />}
      <div aria-live="polite">
        {failure && <FailureNote failure={failure} />}
        {Object.keys(wrong).length > 0 && <p class="note bad">{t.fixFirst}</p>}
      </div>
      <SendButton label={t.check} isSending={isBusy} />
      {onKeep && (
        <button type="button" class="button" aria-disabled={isBusy} onClick={onKeep}>
          {t.saveDraft}
        </button>
      )}
    </form>
  );
}
