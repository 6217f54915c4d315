import { useState } from 'preact/hooks';
import type {
  NoticeContent,
  NoticeForm,
  NoticePreview,
  NoticeView,
} from '../../../shared/notices/notice-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useSend } from '../api/use-send.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { goTo } from '../routing/location.ts';
import { ComposeCheck } from './compose-check.tsx';
import { ComposeConflict } from './compose-conflict.tsx';
import {
  type ComposeDraft,
  type ComposeWrong,
  contentOf,
  draftOf,
  fieldOf,
  timeOf,
} from './compose-draft.ts';
import { ComposeWrite } from './compose-write.tsx';
import { useComposeSave } from './use-compose-save.ts';

interface ComposeProps {
  /** Under which name the draft is kept. */
  readonly name: string;
  /** What the fields hold at first. */
  readonly start: ComposeDraft;
  readonly form: NoticeForm;
  /** The notice that is changed. */
  readonly view?: NoticeView;
}

/** Writing and checking a notice: first the fields, then the card as the groups will see it with what it costs. */
export function Compose({ name, start, form, view }: ComposeProps) {
  const [draft, setDraft, forget, wasKept] = useDraft(`notice/${name}`, start, 'phone');
  const [preview, setPreview] = useState<NoticePreview>();
  const [found, setFound] = useState<ComposeWrong>({});

  const ask = useSend<NoticePreview>();
  const startedFrom = view && draft.saved && view.rev !== draft.saved.rev ? view : undefined;
  const save = useComposeSave(draft, setDraft, startedFrom);
  const isOut = view?.status === 'posted';

  const refuse = (failure: ApiFailure) => {
    const field = fieldOf(failure.field);
    if (!field) return;
    setPreview(undefined);
    setFound({ [field]: failure.sentence });
  };
  const check = async () => {
    const { content, wrong } = contentOf(draft);
    const all = { ...wrong, ...(isOut ? {} : timeOf(draft).wrong) };
    setFound(all);
    if (!content || Object.keys(all).length > 0) return;
    const answer = await ask.send('/notices/preview', {
      content,
      ...(draft.correctsId === undefined ? {} : { correctsId: draft.correctsId }),
    });
    if (answer instanceof ApiFailure) return refuse(answer);
    if (!answer) return;
    setPreview(answer);
    scrollTo(0, 0);
  };
  const keepAsDraft = async () => {
    const { content, wrong } = contentOf(draft);
    setFound(wrong);
    if (!content) return;
    const saved = await save.store(content);
    if (saved instanceof ApiFailure) return refuse(saved);
    if (saved) leaveTo(saved.id);
  };
  const send = async () => {
    const { content } = contentOf(draft);
    const { at } = timeOf(draft);
    if (!content) return;
    // Words that did not change would make a new edition all the same.
    if (isOut && view && sameWords(content, view)) return leaveTo(view.id);
    const saved = await save.store(content);
    if (saved instanceof ApiFailure) return refuse(saved);
    if (!saved) return;
    if (isOut || at === undefined) return leaveTo(saved.id);
    const sent = await save.schedule(saved, at);
    if (sent instanceof ApiFailure) return refuse(sent);
    if (sent) leaveTo(sent.id);
  };
  const leaveTo = (id: string) => {
    forget();
    goTo(`/notices/${encodeURIComponent(id)}`);
  };

  if (save.newest) {
    return (
      <ComposeConflict
        newest={save.newest}
        onUse={(next) => {
          setPreview(undefined);
          save.settle(next);
        }}
        mine={draft}
      />
    );
  }
  if (preview) {
    return (
      <ComposeCheck
        preview={preview}
        draft={draft}
        isOut={isOut}
        isSending={save.isSending}
        failure={save.failure}
        onBack={() => setPreview(undefined)}
        onSend={() => void send()}
      />
    );
  }
  return (
    <ComposeWrite
      draft={draft}
      setDraft={setDraft}
      form={form}
      view={view}
      wrong={found}
      wasKept={wasKept}
      isBusy={ask.isSending || save.isSending}
      failure={elsewhere(ask.failure ?? save.failure)}
      onStartOver={() => {
        setFound({});
        forget();
      }}
      onCheck={() => void check()}
      onKeep={view && view.status !== 'draft' ? undefined : () => void keepAsDraft()}
    />
  );
}

/** A failure that no field says already. */
function elsewhere(failure: ApiFailure | undefined): ApiFailure | undefined {
  return fieldOf(failure?.field) ? undefined : failure;
}

function sameWords(content: NoticeContent, view: NoticeView): boolean {
  return JSON.stringify(content) === JSON.stringify(contentOf(draftOf(view)).content);
}
