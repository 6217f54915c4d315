import type { Policy } from './google-project.ts';

/**
 * The policy with a member in these roles, without any condition; undefined when it has them all. Everything else stays as it is:
 * what is written back replaces the policy of the whole project.
 */
export function grantRoles(policy: Policy, member: string, roles: readonly string[]): Policy | undefined {
  const bindings = [...(policy.bindings ?? [])];
  let isChanged = false;
  for (const role of roles) {
    const at = bindings.findIndex((one) => one.role === role && one.condition === undefined);
    const found = bindings[at];
    if (found?.members.includes(member)) continue;
    isChanged = true;
    if (found) bindings[at] = { ...found, members: [...found.members, member] };
    else bindings.push({ role, members: [member] });
  }
  return isChanged ? { ...policy, bindings } : undefined;
}
