import { type Post, posts } from '../../bot/outbox/records.ts';
import { MAX_PAGE, type Stored } from '../../bot/store/store.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { HOUR_MS, type Office } from './year-office.ts';

/** Everything in the outbox now, whatever became of it. */
export async function allPosts({ program }: Office): Promise<readonly Stored<Post>[]> {
  const found: Stored<Post>[] = [];
  let after: Stored<Post> | undefined;
  do {
    const page: readonly Stored<Post>[] = await program.store.query({
      collection: posts,
      limit: MAX_PAGE,
      ...(after ? { after } : {}),
    });
    found.push(...page);
    after = page.length === MAX_PAGE ? page.at(-1) : undefined;
  } while (after);
  return found;
}

/** Hours from when a post was due until it was seen; endless for one that never was. */
export function waitHours({ data }: Stored<Post>): number {
  return ((data.sentAtMs ?? Number.POSITIVE_INFINITY) - data.dueAtMs) / HOUR_MS;
}

export function isGroupPost({ data }: Stored<Post>): boolean {
  return data.kind === 'notice' || data.kind === 'budget-scheduled';
}

/** Groups in which people write every day. */
export function isTalking({ chats }: Office, { data }: Stored<Post>): boolean {
  return data.chatId === chats.all.id || data.chatId === chats.money.id;
}

/** What a month's posts became, each counted in the month in which it was due. */
export function rowsOf(
  office: Office,
  kept: readonly Stored<Post>[],
  usedOf: ReadonlyMap<string, number>,
): readonly (Readonly<Record<string, string | number>> & {
  readonly month: string;
  readonly 'messages used': number;
})[] {
  return [...usedOf].map(([month, used]) => {
    const sent = kept.filter(({ data }) => data.status === 'sent' && dayOf(data.dueAtMs).startsWith(month));
    const count = (via: Post['via'], ...kinds: readonly string[]) =>
      sent.filter(({ data }) => data.via === via && kinds.includes(data.kind)).length;
    const waits = sent.filter((post) => isGroupPost(post) && isTalking(office, post)).map(waitHours);
    return {
      month,
      'group rode': count('reply', 'notice', 'budget-scheduled'),
      'group pushed': count('push', 'notice', 'budget-scheduled'),
      'unread rode': count('reply', 'notice-reminder'),
      'unread pushed': count('push', 'notice-reminder'),
      'measures rode': count('reply', 'measure-reminder', 'measure-closed'),
      'measures pushed': count('push', 'measure-reminder', 'measure-closed'),
      'nudges rode': count('reply', 'complaint-nudge'),
      'nudges pushed': count('push', 'complaint-nudge'),
      'messages used': used,
      'longest wait h': Math.round(Math.max(0, ...waits) * 10) / 10,
    };
  });
}
