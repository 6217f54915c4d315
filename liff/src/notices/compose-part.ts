import type { NoticeForm, NoticeView } from '../../../shared/notices/notice-api.ts';
import type { ComposeDraft, ComposeWrong } from './compose-draft.ts';

/** What every part of the form gets. */
export interface ComposePartProps {
  readonly draft: ComposeDraft;
  readonly setDraft: (draft: ComposeDraft) => void;
  readonly form: NoticeForm;
  /** The notice that is changed. */
  readonly view: NoticeView | undefined;
  readonly wrong: ComposeWrong;
}
