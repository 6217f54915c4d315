import { createHash } from 'node:crypto';
import type { Session } from '../../shared/api/session.ts';
import { officeOf } from '../people/read-people.ts';
import type { Store } from '../store/store.ts';
import { readRoute } from './read-route.ts';
import type { ApiRoute } from './route.ts';

/** Enough to tell the people of one phone apart. */
const PERSON_KEY_DIGITS = 16;

/** `GET /session`: who the person is to the office. */
export function sessionRoute(store: Store): ApiRoute {
  return readRoute('/session', { allowed: 'every-member' }, async ({ member, userId }): Promise<Session> => {
    const { name: officeName } = await officeOf(store);
    const personKey = createHash('sha256')
      .update(`drafts/${userId}`)
      .digest('hex')
      .slice(0, PERSON_KEY_DIGITS);
    return { name: member.name, unit: member.unit, roles: member.roles, officeName, personKey };
  });
}
