import { useRef, useState } from 'preact/hooks';
import type { NoticeContent, NoticeScheduleBody, NoticeView } from '../../../shared/notices/notice-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useSend } from '../api/use-send.ts';
import { useApp } from '../use-app.ts';
import type { ComposeDraft } from './compose-draft.ts';

type Saved = NonNullable<ComposeDraft['saved']>;
/** The notice afterwards; the failure; undefined when there is something else to settle first. */
type Answer = Promise<NoticeView | ApiFailure | undefined>;

/** Writing a draft to the server and setting its time. */
export interface ComposeSave {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Somebody else changed the notice meanwhile: what stands now, to be compared before anything is sent. */
  readonly newest: NoticeView | undefined;
  store(content: NoticeContent): Answer;
  schedule(saved: Saved, at: NoticeScheduleBody['at']): Answer;
  /** The person has compared: goes on with this draft. */
  settle(draft: ComposeDraft): void;
}

/**
 * Stores a draft once, whatever is lost on the way: the first store makes the notice, and its id is kept with the draft on the
 * phone, so that every later one changes that same notice from the revision the person has seen (G7).
 */
export function useComposeSave(
  draft: ComposeDraft,
  setDraft: (draft: ComposeDraft) => void,
  changedBefore: NoticeView | undefined,
): ComposeSave {
  const { api } = useApp();
  const make = useSend<NoticeView>();
  const time = useSend<NoticeView>();
  const [newest, setNewest] = useState(changedBefore);
  const [isReading, setIsReading] = useState(false);
  const stored = useRef<{ readonly said: string; readonly view: NoticeView } | undefined>(undefined);

  const judged = async (answer: NoticeView | ApiFailure | undefined, id: string | undefined): Answer => {
    if (!(answer instanceof ApiFailure)) return answer;
    if (answer.code !== 'changed' || id === undefined) return answer;
    setIsReading(true);
    try {
      setNewest(await api.get<NoticeView>(`/notices/${encodeURIComponent(id)}`));
    } catch {
      return answer;
    } finally {
      setIsReading(false);
    }
    return undefined;
  };
  return {
    isSending: make.isSending || time.isSending || isReading,
    failure: notOvertaken(make.failure) ?? notOvertaken(time.failure),
    newest,
    store: async (content) => {
      time.clear();
      const { saved, correctsId } = draft;
      const said = JSON.stringify([saved?.id, content]);
      // The words are there already; only the time was refused.
      if (stored.current?.said === said) return stored.current.view;
      const answer = await judged(
        await (saved
          ? make.send(`/notices/${encodeURIComponent(saved.id)}`, { rev: saved.rev, content })
          : make.send('/notices', { content, ...(correctsId === undefined ? {} : { correctsId }) })),
        saved?.id,
      );
      if (!answer || answer instanceof ApiFailure) return answer;
      const { id, rev } = answer;
      stored.current = { said: JSON.stringify([id, content]), view: answer };
      setDraft({ ...draft, saved: { id, rev } });
      return answer;
    },
    schedule: async ({ id, rev }, at) =>
      judged(await time.send(`/notices/${encodeURIComponent(id)}/schedule`, { rev, at }), id),
    settle: (next) => {
      stored.current = undefined;
      make.clear();
      time.clear();
      setNewest(undefined);
      setDraft(next);
    },
  };
}

function notOvertaken(failure: ApiFailure | undefined): ApiFailure | undefined {
  return failure?.code === 'changed' ? undefined : failure;
}
