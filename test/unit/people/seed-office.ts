import {
  type Group,
  groups,
  type Member,
  members,
  NEW_OFFICE,
  OFFICE_ID,
  offices,
} from '../../../bot/people/records.ts';
import { ref } from '../../../bot/store/store.ts';
import type { Role } from '../../../shared/people/roles.ts';
import type { SimGroup, SimUser } from '../../simulator/protocol.ts';
import type { ProgramInMemory } from '../webhook/program-in-memory.ts';
import { START_MS } from '../webhook/seeded-ports.ts';

/** Makes somebody a member with these roles, as a code would. */
export async function seedMember(
  office: ProgramInMemory,
  user: SimUser,
  roles: readonly Role[],
): Promise<void> {
  const member: Member = { name: user.name, unit: 'กองคลัง', roles, status: 'active', joinedAtMs: START_MS };
  await office.store.transact(async (tx) => {
    tx.set(ref(members, user.id), member);
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ' });
  });
}

/** Links a group, as an admin would. */
export async function seedGroup(office: ProgramInMemory, group: SimGroup): Promise<Group> {
  const linked: Group = { name: group.name, status: 'linked', topics: ['budget'], pushAfterMs: 0, rev: 7 };
  await office.store.transact(async (tx) => tx.set(ref(groups, group.id), linked));
  return linked;
}
