import type { Role } from '../../../shared/people/roles.ts';

interface Holder {
  readonly roles: readonly Role[];
}

/** Whether to offer writing notices. The server decides anyway. */
export function mayCompose({ roles }: Holder): boolean {
  return roles.some((role) => role === 'admin' || role === 'officer' || role === 'finance');
}

/** Whether there is more to see than what was posted. */
export function maySeeAll({ roles }: Holder): boolean {
  return roles.some((role) => role !== 'staff');
}
