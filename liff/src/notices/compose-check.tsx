import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { NoticePreview } from '../../../shared/notices/notice-api.ts';
import { epochMsOf, parseDay } from '../../../shared/thai/days.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { momentText } from '../ui/moment.ts';
import { SendButton } from '../ui/send-button.tsx';
import { type ComposeDraft, timeOf } from './compose-draft.ts';
import { composeText as t } from './compose-text.ts';
import { FlexPreview } from './flex-preview.tsx';

interface ComposeCheckProps {
  readonly preview: NoticePreview;
  readonly draft: ComposeDraft;
  /** Some group has it already: only the words change. */
  readonly isOut: boolean;
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** The card as the groups will see it, what it costs, and the button that sends it. */
export function ComposeCheck(props: ComposeCheckProps) {
  const { preview, draft, isOut, isSending, failure, onBack, onSend } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {t.checkTitle}
      </h2>
      {preview.warnings.length > 0 && (
        <ul class="note warn">
          {preview.warnings.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
      <FlexPreview message={preview.message} label={t.preview} />
      {!isOut && <Cost preview={preview} />}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <div aria-live="polite">{failure && <FailureNote failure={failure} />}</div>
        <SendButton label={sendLabel(draft, isOut)} isSending={isSending} />
        <button type="button" class="button" onClick={onBack}>
          {t.backToWriting}
        </button>
      </form>
    </>
  );
}

function Cost({ preview }: { readonly preview: NoticePreview }) {
  const { messages, perGroup, left, text } = preview.cost;
  return (
    <section class="card" aria-labelledby="cost">
      <h2 id="cost">{t.cost}</h2>
      <p class="large">{t.costFigure(messages)}</p>
      <p class="small">{left === undefined ? t.leftUnknown : t.left(left)}</p>
      {perGroup.length > 1 && (
        <dl class="facts small">
          {perGroup.map(({ groupId, groupName, people }) => (
            <Fragment key={groupId}>
              <dt>{groupName}</dt>
              <dd>{people === undefined ? t.peopleUnknown : t.people(people)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <p class="faint small said">{text}</p>
    </section>
  );
}

function sendLabel(draft: ComposeDraft, isOut: boolean): string {
  const { at } = timeOf(draft);
  if (isOut || at === undefined) return t.saveChange;
  if (at === 'now') return t.send;
  const day = parseDay(at.day);
  return day ? t.schedule(momentText(epochMsOf(day, at.hour, at.minute))) : t.send;
}
