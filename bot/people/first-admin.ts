import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import { ref, type Store } from '../store/store.ts';
import { FIRST_START, INVITE_DIGITS, inviteId, showInviteCode } from './codes.ts';
import { membersWith } from './read-people.ts';
import { invites } from './records.ts';
import { peopleText as t } from './text.ts';

const CODE_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes the one-time code of the first admin when the office has none, and returns it as it is to be typed. Undefined
 * when there is an admin. Each start makes a new code; older ones end when they run out or an admin exists.
 */
export async function firstAdminCode(
  store: Store,
  clock: Clock,
  random: Random,
): Promise<string | undefined> {
  const code = random.digits(INVITE_DIGITS);
  const made = await store.transact(async (tx) => {
    if ((await membersWith(tx, 'admin')).length > 0) return false;
    tx.set(ref(invites, inviteId(code)), {
      name: t.firstAdmin,
      unit: t.firstAdminUnit,
      roles: ['admin'],
      invitedBy: FIRST_START,
      expiresAtMs: clock.now() + CODE_LIFE_MS,
    });
    return true;
  });
  return made ? showInviteCode(code) : undefined;
}
