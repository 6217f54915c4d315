import { holds } from '../people/read-people.ts';
import type { Member } from '../people/records.ts';
import type { Allowed } from './route.ts';

/** Whether a member may use what is allowed to these roles. */
export function mayUse(member: Member, allowed: Allowed): boolean {
  return allowed === 'every-member' || allowed.some((role) => holds(member, role));
}
