import { groups, type Member, members, NEW_OFFICE, OFFICE_ID, offices } from '../../../bot/people/records.ts';
import { generateHpkeBytes } from '../../../bot/sealing/hpke.ts';
import { publicKeyOf } from '../../../bot/sealing/public-key.ts';
import { sealingKeys } from '../../../bot/sealing/records.ts';
import { ref, type Store } from '../../../bot/store/store.ts';
import type { Role } from '../../../shared/people/roles.ts';
import { TOPICS } from '../../../shared/people/topics.ts';
import type { SimGroup, SimUser } from '../../simulator/protocol.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** The people of an office whose costs are counted. */
export interface CostPeople {
  readonly admin: SimUser;
  readonly officer: SimUser;
  readonly finance: SimUser;
  readonly staff: SimUser;
  readonly citizen: SimUser;
  /** Gets everything; posts are pushed as soon as they are due. */
  readonly group: SimGroup;
  readonly privateBytes: Uint8Array;
}

/** Puts people, a linked group and the office's public key into an empty store. */
export async function seedCostOffice(
  { phones }: Simulator,
  store: Store,
  nowMs: number,
): Promise<CostPeople> {
  const person = (name: string) => phones.addUser({ name, label: '', follows: true });
  const admin = await person('สมศรี');
  const officer = await person('นิติกร');
  const finance = await person('มานี');
  const staff = await person('ปิติ');
  const citizen = await person('ผู้ร้อง');
  const memberIds = [admin, officer, finance, staff].map(({ id }) => id);
  const group = await phones.addGroup({ name: 'กลุ่มเจ้าหน้าที่', memberIds, botIn: true });
  const { publicBytes, privateBytes } = await generateHpkeBytes();
  const key = publicKeyOf(publicBytes);
  const member = ({ name }: SimUser, unit: string, roles: readonly Role[]): Member => ({
    name,
    unit,
    roles,
    status: 'active',
    joinedAtMs: nowMs,
  });
  await store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ', quotaReserve: 0 });
    tx.set(ref(members, admin.id), member(admin, 'สำนักปลัด', ['admin']));
    tx.set(ref(members, officer.id), member(officer, 'สำนักปลัด', ['officer']));
    tx.set(ref(members, finance.id), member(finance, 'กองคลัง', ['finance']));
    tx.set(ref(members, staff.id), member(staff, 'กองช่าง', ['staff']));
    tx.set(ref(groups, group.id), {
      name: group.name,
      status: 'linked',
      topics: TOPICS,
      pushAfterMs: 0,
      rev: 1,
    });
    tx.set(ref(sealingKeys, key.keyId), { ...key, createdAtMs: nowMs, status: 'current' });
  });
  return { admin, officer, finance, staff, citizen, group, privateBytes };
}
