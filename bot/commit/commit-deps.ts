import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';

/** What a commit needs besides the transaction. */
export interface CommitDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Names a 1:1 conversation without naming the person. */
  conversationId(chatId: string): string;
}
