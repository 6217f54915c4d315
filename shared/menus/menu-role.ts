import type { Role } from '../people/roles.ts';

/**
 * Whose menu comes first for a person with several roles. First stands what somebody is waiting for: cases have deadlines,
 * then the spending that only one unit can send. What an admin does is set up once and stays within reach by เมนู.
 */
export const MENU_ORDER: readonly Role[] = ['officer', 'finance', 'executive', 'admin', 'staff'];

/** The role whose menu a person with these roles gets; undefined for a citizen, who keeps the default menu. */
export function menuRoleOf(roles: readonly Role[]): Role | undefined {
  return MENU_ORDER.find((role) => roles.includes(role));
}
