import type { NoticeView } from '../../../shared/notices/notice-api.ts';
import { momentText } from '../ui/moment.ts';
import { type ComposeDraft, draftOf } from './compose-draft.ts';
import { composeText as t } from './compose-text.ts';
import { noticesText } from './text.ts';

interface ComposeConflictProps {
  readonly newest: NoticeView;
  readonly mine: ComposeDraft;
  readonly onUse: (draft: ComposeDraft) => void;
}

/** Two people wrote at the same time: both texts stand here, and the person chooses. Nothing was overwritten. */
export function ComposeConflict({ newest, mine, onUse }: ComposeConflictProps) {
  const { id, rev, status, sendAtMs } = newest;
  const isGone = status === 'cancelled';
  const { saved: _saved, ...words } = mine;
  const own: ComposeDraft = isGone ? { ...words, when: 'now' } : { ...words, saved: { id, rev } };
  return (
    <>
      <p class="note warn" role="alert">
        {isGone ? t.gone : t.conflict}
      </p>
      <section class="card" aria-labelledby="theirs">
        <h2 id="theirs">{t.theirs}</h2>
        <strong>{newest.title}</strong>
        <p class="said">{newest.text}</p>
        {status === 'scheduled' && sendAtMs !== undefined && (
          <p class="faint small">{noticesText.willSend(momentText(sendAtMs))}</p>
        )}
        {!isGone && (
          <button type="button" class="button" onClick={() => onUse(draftOf(newest))}>
            {t.useTheirs}
          </button>
        )}
      </section>
      <section class="card" aria-labelledby="mine">
        <h2 id="mine">{t.mine}</h2>
        <strong>{mine.title}</strong>
        <p class="said">{mine.text}</p>
        <button type="button" class="button strong" onClick={() => onUse(own)}>
          {t.useMine}
        </button>
      </section>
    </>
  );
}
