import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord } from '../../../bot/audit/records.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { type Member, members } from '../../../bot/people/records.ts';
import { ref } from '../../../bot/store/store.ts';
import type { SimUser } from '../../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../webhook/program-in-memory.ts';
import { seedMember } from './seed-office.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

describe('a code', () => {
  let office: ProgramInMemory;
  let admin: SimUser;
  let guest: SimUser;
  beforeEach(async () => {
    office = await openProgram();
    admin = await office.person('สมศรี');
    guest = await office.person('มานี');
  });
  afterEach(() => office.close());

  const memberOf = async (user: SimUser): Promise<Member | undefined> =>
    (await office.store.get(ref(members, user.id)))?.data;
  const codeIn = (text: string): string => /\d{5} \d{5}/.exec(text)?.[0] ?? '';
  /** An invitation made by chat, up to its code. */
  const invite = async (...roles: readonly string[]): Promise<string> => {
    await office.says(admin, 'เชิญ');
    await office.says(admin, 'มานี มีสุข');
    await office.taps(admin, 'กองคลัง');
    for (const role of roles) await office.taps(admin, role);
    return codeIn(await office.taps(admin, 'สร้างรหัส'));
  };

  describe('made by an admin', () => {
    beforeEach(() => seedMember(office, admin, ['admin']));

    it('makes whoever sends it the member it was made for, once', async () => {
      const code = await invite('งานการเงินการคลัง', 'เจ้าหน้าที่');
      expect(await office.says(guest, `ลงทะเบียน ${code}`)).toContain('ลงทะเบียนเรียบร้อย');
      expect(await memberOf(guest)).toMatchObject({
        name: 'มานี มีสุข',
        unit: 'กองคลัง',
        roles: ['finance', 'staff'],
      });
      const other = await office.person('คนอื่น');
      expect(await office.says(other, `ลงทะเบียน ${code}`)).toContain('ไม่พบรหัสนี้');
      expect(await memberOf(other)).toBeUndefined();
    });

    it('is never stored, only what cannot be turned back into it', async () => {
      const code = await invite('เจ้าหน้าที่');
      await office.program.idle();
      const kept = Object.entries(await office.everything()).filter(([id]) => !id.startsWith('replies/'));
      const all = JSON.stringify(kept);
      expect(all).not.toContain(code);
      expect(all).not.toContain(code.replace(' ', ''));
    });

    it('ends after a week, to the millisecond, and by removal of its document', async () => {
      const code = await invite('เจ้าหน้าที่');
      office.clock.nowMs += WEEK_MS;
      expect(await office.says(guest, `ลงทะเบียน ${code}`)).toContain('หมดอายุ');
      await office.program.tick();
      expect(Object.keys(await office.everything()).filter((id) => id.startsWith('invites/'))).toEqual([]);
    });

    it('needs at least one role, and lets a role be taken back before it is made', async () => {
      await office.says(admin, 'เชิญ');
      await office.says(admin, 'มานี มีสุข');
      await office.taps(admin, 'กองคลัง');
      expect(await office.says(admin, 'สร้างรหัส')).toContain('อย่างน้อยหนึ่งบทบาท');
      await office.taps(admin, 'เจ้าหน้าที่');
      await office.taps(admin, 'ผู้บริหาร');
      expect(await office.taps(admin, '✓ เจ้าหน้าที่')).toContain('เลือกแล้ว: ผู้บริหาร');
      const code = codeIn(await office.taps(admin, 'สร้างรหัส'));
      await office.says(guest, `ลงทะเบียน ${code}`);
      expect((await memberOf(guest))?.roles).toEqual(['executive']);
    });

    it("replaces the roles of a member, but never takes the last admin's", async () => {
      await seedMember(office, guest, ['officer']);
      await office.says(guest, `ลงทะเบียน ${await invite('เจ้าหน้าที่')}`);
      expect((await memberOf(guest))?.roles).toEqual(['staff']);
      const code = await invite('งานการเงินการคลัง');
      expect(await office.says(admin, `ลงทะเบียน ${code}`)).toContain('คนสุดท้าย');
      expect((await memberOf(admin))?.roles).toEqual(['admin']);
      expect(await office.says(guest, `ลงทะเบียน ${code}`)).toContain('ลงทะเบียนเรียบร้อย');
    });

    it('is written down in the audit chain with who made it and who used it', async () => {
      await office.says(guest, `ลงทะเบียน ${await invite('เจ้าหน้าที่')}`);
      const entries = Object.entries(await office.everything()).filter(([id]) => id.startsWith('audit/'));
      const byTime = entries.map(([, entry]) => entry as AuditRecord).sort((a, b) => a.atMs - b.atMs);
      expect(byTime).toMatchObject([
        { action: 'people.invited', actor: { kind: 'member', userId: admin.id } },
        {
          action: 'people.registered',
          actor: { kind: 'member', userId: guest.id },
          detail: { invitedBy: admin.id },
        },
      ]);
      expect((await verifyAudit(office.store)).kind).toBe('whole');
    });
  });

  describe('of the first start', () => {
    it('makes the first admin, and every earlier one dies with it', async () => {
      const codes = [await office.adminCode(), await office.adminCode(), await office.adminCode()];
      expect(new Set(codes).size).toBe(3);
      expect(await office.says(admin, `ลงทะเบียน ${codes[1]}`)).toContain('พิมพ์ชื่อหน่วยงาน');
      expect((await memberOf(admin))?.roles).toEqual(['admin']);
      for (const code of codes) expect(await office.says(guest, `ลงทะเบียน ${code}`)).toContain('ไม่พบรหัสนี้');
      expect(await memberOf(guest)).toBeUndefined();
      expect(await office.adminCode()).toBeUndefined();
    });

    it('makes one admin when two people send it at the same time', async () => {
      const code = await office.adminCode();
      await Promise.all([admin, guest].map((user) => office.says(user, `ลงทะเบียน ${code}`)));
      const made = [await memberOf(admin), await memberOf(guest)].filter((one) => one !== undefined);
      expect(made).toHaveLength(1);
    });

    it('is not taken for one when it is wrong, too short, or left out', async () => {
      await office.adminCode();
      expect(await office.says(admin, 'ลงทะเบียน 00000 00000')).toContain('ไม่พบรหัสนี้');
      expect(await office.says(admin, 'ลงทะเบียน 123')).toContain('ไม่พบรหัสนี้');
      expect(await office.says(admin, 'ลงทะเบียน')).toContain('รหัส 10 หลัก');
      expect(await memberOf(admin)).toBeUndefined();
    });
  });
});

describe('the last admin', () => {
  let office: ProgramInMemory;
  let somsri: SimUser;
  let mana: SimUser;
  beforeEach(async () => {
    office = await openProgram();
    somsri = await office.person('สมศรี');
    mana = await office.person('มานะ');
    await seedMember(office, somsri, ['admin']);
    await seedMember(office, mana, ['admin', 'staff']);
  });
  afterEach(() => office.close());

  const remove = (by: SimUser, whom: SimUser) => office.presses(by, `people/remove-yes?id=${whom.id}`);
  const admins = async () =>
    Object.entries(await office.everything()).filter(
      ([id, one]) => id.startsWith('members/') && (one as Member).roles.includes('admin'),
    ).length;

  it('stays, whoever wants to remove them', async () => {
    expect(await remove(somsri, mana)).toContain('ถอนสิทธิ์ของ มานะ แล้ว');
    expect(await remove(somsri, somsri)).toContain('คนสุดท้าย');
    expect(await admins()).toBe(1);
  });

  it('stays when two admins remove each other at the same time', async () => {
    await Promise.all([remove(somsri, mana), remove(mana, somsri)]);
    expect(await admins()).toBe(1);
  });

  it('stays when both leave by themselves at the same time', async () => {
    await Promise.all([remove(somsri, somsri), remove(mana, mana)]);
    expect(await admins()).toBe(1);
  });
});
