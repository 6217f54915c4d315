import type { Session } from '../../shared/api/session.ts';
import { officeOf } from '../people/read-people.ts';
import type { Store } from '../store/store.ts';
import { readRoute } from './read-route.ts';
import type { ApiRoute } from './route.ts';

/** `GET /session`: who the person is to the office. */
export function sessionRoute(store: Store): ApiRoute {
  return readRoute('/session', { allowed: 'every-member' }, async ({ member }): Promise<Session> => {
    const { name: officeName } = await officeOf(store);
    return { name: member.name, unit: member.unit, roles: member.roles, officeName };
  });
}
