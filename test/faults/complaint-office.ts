import { groups, type Member, members, NEW_OFFICE, OFFICE_ID, offices } from '../../bot/people/records.ts';
import { generateHpkeBytes } from '../../bot/sealing/hpke.ts';
import { publicKeyOf } from '../../bot/sealing/public-key.ts';
import { sealingKeys } from '../../bot/sealing/records.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import type { Role } from '../../shared/people/roles.ts';
import type { SimGroup, SimUser } from '../simulator/protocol.ts';
import type { Simulator } from '../simulator/simulator.ts';

/** The people of an office that takes complaints. */
export interface ComplaintOffice {
  readonly admin: SimUser;
  readonly officer: SimUser;
  /** An officer of กองช่าง, whom complaints about กองช่าง leave out. */
  readonly leftOut: SimUser;
  readonly group: SimGroup;
  /** Opens what the citizens wrote. */
  readonly privateBytes: Uint8Array;
}

/** Puts people, a linked group and the office's public key into an empty store. */
export async function seedComplaintOffice(
  { phones }: Simulator,
  store: Store,
  nowMs: number,
): Promise<ComplaintOffice> {
  const admin = await phones.addUser({ name: 'สมศรี', label: 'ผู้ดูแล', follows: true });
  const officer = await phones.addUser({ name: 'นิติกร', label: 'เจ้าหน้าที่', follows: true });
  const leftOut = await phones.addUser({ name: 'ช่างหนึ่ง', label: 'เจ้าหน้าที่', follows: true });
  const memberIds = [admin, officer, leftOut].map(({ id }) => id);
  const group = await phones.addGroup({ name: 'กลุ่มรับเรื่อง', memberIds, botIn: true });
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
    tx.set(ref(members, leftOut.id), member(leftOut, 'กองช่าง', ['officer']));
    tx.set(ref(groups, group.id), {
      name: group.name,
      status: 'linked',
      topics: ['complaintAlerts'],
      pushAfterMs: 0,
      rev: 1,
    });
    tx.set(ref(sealingKeys, key.keyId), { ...key, createdAtMs: nowMs, status: 'current' });
  });
  return { admin, officer, leftOut, group, privateBytes };
}
