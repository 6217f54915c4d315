import { dayOf } from '../../shared/thai/days.ts';
import type { NewPost } from '../commit/outcome.ts';
import type { Transaction } from '../store/store.ts';
import type { OutboxDeps } from './deps.ts';

/** An admin who says nothing for this long gets the news pushed. */
const NEWS_PUSH_AFTER_MS = 2 * 60 * 60 * 1000;
/** The kind of these posts. News about news would never end, so their own failures are only logged. */
export const ADMIN_NEWS = 'admin-news';

/**
 * Posts that tell every admin something. One per topic, admin and Bangkok day, so that a recurring trouble does not
 * become a flood.
 */
export async function adminNews(
  tx: Pick<Transaction, 'query'>,
  topic: string,
  text: string,
  deps: OutboxDeps,
): Promise<readonly NewPost[]> {
  const nowMs = deps.clock.now();
  return (await deps.adminChats(tx)).map((chatId) => ({
    id: `${ADMIN_NEWS}-${topic}-${chatId}-${dayOf(nowMs)}`,
    kind: ADMIN_NEWS,
    chatId,
    messages: [{ type: 'text', text }],
    dueAtMs: nowMs,
    pushAfterMs: nowMs + NEWS_PUSH_AFTER_MS,
  }));
}
