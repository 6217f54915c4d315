import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../shared/people/roles.ts';
import type { SimGroup, SimUser } from '../../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../webhook/program-in-memory.ts';
import { seedGroup, seedMember } from './seed-office.ts';

const OTHERS = ROLES.filter((role) => role !== 'admin');
/** Every set of roles without the admin's; the empty one is a citizen who never registered. */
const ROLE_SETS: readonly (readonly Role[])[] = Array.from({ length: 2 ** OTHERS.length }, (_, bits) =>
  OTHERS.filter((_role, n) => (bits >> n) % 2 === 1),
);

describe("the admin's commands and buttons (G10)", () => {
  let office: ProgramInMemory;
  let admin: SimUser;
  let group: SimGroup;
  let acts: readonly string[] = [];
  beforeAll(async () => {
    office = await openProgram();
    admin = await office.person('สมศรี ใจดี');
    await seedMember(office, admin, ['admin']);
    group = await office.group('กลุ่มลับเฉพาะ', [admin]);
    const { rev } = await seedGroup(office, group);
    acts = [
      `people/group?id=${group.id}`,
      `people/group-link?id=${group.id}&rev=${rev}`,
      `people/group-unlink?id=${group.id}&rev=${rev}`,
      `people/group-topic?id=${group.id}&rev=${rev}&topic=notices&on=1`,
      `people/group-rhythm?id=${group.id}&rev=${rev}`,
      `people/group-rhythm-set?id=${group.id}&rev=${rev}&rhythm=week`,
      `people/group-wait-set?id=${group.id}&rev=${rev}&hours=1`,
      `people/remove?id=${admin.id}`,
      `people/remove-yes?id=${admin.id}`,
      'people/answer?rev=0&say=x',
      'people/answer?rev=1&say=x',
    ];
  });
  afterAll(() => office.close());

  const meaningful = async () =>
    Object.fromEntries(Object.entries(await office.everything()).filter(([id]) => !id.startsWith('inbox/')));

  it.each(ROLE_SETS.map((roles) => [roles.join(' and ') || 'no', roles] as const))(
    'do nothing and show nothing to somebody with %s role',
    async (_name, roles) => {
      const person = await office.person(`ผู้ลอง ${roles.join()}`);
      if (roles.length > 0) await seedMember(office, person, roles);
      const before = await meaningful();
      for (const command of ['เชิญ', 'เชิญเจ้าหน้าที่', 'กลุ่ม', 'ตั้งค่ากลุ่ม', 'สมาชิก', 'บุคลากร']) {
        expect(await office.says(person, command)).toContain('สำหรับผู้ดูแลระบบ');
      }
      for (const data of acts) {
        const answer = await office.presses(person, data);
        expect(answer).toContain('สำหรับผู้ดูแลระบบ');
        expect(answer).not.toMatch(/สมศรี|กลุ่มลับเฉพาะ/);
      }
      expect(await meaningful()).toEqual(before);
    },
  );

  it('do nothing in a group, whoever presses: LINE does not say who it was', async () => {
    const before = await meaningful();
    for (const data of acts) expect(await office.presses(admin, data, group)).not.toMatch(/สมศรี/);
    expect(await office.says(admin, 'สมาชิก', group)).toBe('');
    expect(await meaningful()).toEqual(before);
  });

  it('do nothing any more for an admin whose membership was taken back, also in the middle of a conversation', async () => {
    const former = await office.person('มานะ');
    await seedMember(office, former, ['admin']);
    expect(await office.says(former, 'เชิญ')).toContain('พิมพ์ชื่อ');
    await office.presses(admin, `people/remove-yes?id=${former.id}`);
    expect(await office.says(former, 'คนแปลกหน้า')).toContain('สำหรับผู้ดูแลระบบ');
    expect(await office.says(former, 'เชิญ')).toContain('สำหรับผู้ดูแลระบบ');
    expect(Object.keys(await office.everything()).filter((id) => id.startsWith('invites/'))).toEqual([]);
  });

  it('of an action that is none change nothing', async () => {
    const other = await office.person('ปิติ');
    await seedMember(office, other, ['staff']);
    const before = await meaningful();
    for (const action of ['retire', 'x', 'keep', 'remove']) {
      await office.presses(admin, `people/${action}?id=${other.id}`);
    }
    expect(await meaningful()).toEqual(before);
  });

  it('work for the admin', async () => {
    expect(await office.says(admin, 'สมาชิก')).toContain('สมศรี');
    expect(await office.says(admin, 'กลุ่ม')).toContain('กลุ่มลับเฉพาะ');
    expect(await office.says(admin, 'เชิญ')).toContain('พิมพ์ชื่อ');
  });
});
