import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetText } from '../../bot/budget/text.ts';
import { complaintText } from '../../bot/complaints/text.ts';
import { noticesText } from '../../bot/notices/text.ts';
import { peopleText } from '../../bot/people/text.ts';
import type { MenuKey } from '../../shared/menus/menu.ts';
import { menuAlias } from '../../shared/menus/menu-alias.ts';
import { MENU_KEYS, menuRows } from '../../shared/menus/menus.ts';
import { type Role, roleNames } from '../../shared/people/roles.ts';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import { openOffice, type Person, type TestOffice } from '../simulator/office.ts';
import { setUpLine } from '../simulator/set-up-line.ts';

const CODE = /\d{5} \d{5}/;
/** What the bot says to words no feature knows, and to people who may not. */
const REFUSALS = [
  peopleText.menuNotUnderstood,
  peopleText.notAllowed,
  budgetText.onlyFinance,
  complaintText.onlyOfficer,
  noticesText.onlyWriters,
  noticesText.onlyMembers,
  noticesText.onlyAdmin,
];

interface MenusOnLine {
  readonly menus: readonly { readonly richMenuId: string; readonly name: string }[];
  readonly aliases: readonly { readonly richMenuAliasId: string; readonly richMenuId: string }[];
  readonly defaultId?: string;
}

describe('rich menus and line:setup', () => {
  let office: TestOffice;
  let admin: Person;
  const people = new Map<Role, Person>();

  beforeAll(async () => {
    office = await openOffice();
    admin = await office.person('สมศรี');
    await admin.says(`ลงทะเบียน ${office.program.adminCode}`);
    await admin.says('อบต.บ้านสวนริมน้ำ');
    await makeOfficeKey(office);
    people.set('admin', admin);
  });
  afterAll(() => office.close());

  const onLine = async (): Promise<MenusOnLine> =>
    (await (await fetch(`${office.simulatorUrl}/sim/richmenus`)).json()) as MenusOnLine;
  const idOf = async (key: MenuKey): Promise<string | undefined> =>
    (await onLine()).aliases.find(({ richMenuAliasId }) => richMenuAliasId === menuAlias(key))?.richMenuId;
  const linkedTo = async (person: Person) => (await office.state()).richMenus[person.user.id];
  /** Calls that change something on LINE, as the command made them since. */
  const changesSince = async (seq: number): Promise<readonly string[]> =>
    (await office.calls(seq))
      .filter(({ direction, method }) => direction === 'to-line' && method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((call) => call !== 'POST /v2/bot/channel/webhook/test');
  const newestCall = async (): Promise<number> => (await office.calls()).at(-1)?.seq ?? 0;
  const invite = async (name: string, role: Role): Promise<string> => {
    await admin.says('เชิญ');
    await admin.says(name);
    await admin.taps('กองคลัง');
    await admin.taps(roleNames[role]);
    const invited = await admin.taps('สร้างรหัส');
    return CODE.exec(invited.text)?.[0] ?? '';
  };
  const join = async (name: string, role: Role): Promise<Person> => {
    const person = await office.person(name);
    await person.says(`ลงทะเบียน ${await invite(name, role)}`);
    return person;
  };

  it('completes what an earlier run left when LINE failed half-way', async () => {
    await office.faults({
      api: [
        {
          path: '/v2/bot/richmenu/alias',
          method: 'POST',
          times: 1,
          answer: { status: 500, message: 'broken' },
        },
      ],
    });
    const first = await setUpLine(office);
    expect(first.code).toBe(1);
    expect(first.output).toContain('✗ ตั้งชื่อเมนูไม่สำเร็จ ไลน์ตอบรหัส 500');
    expect((await onLine()).menus).toHaveLength(1);
    await office.faults({
      api: [{ path: '/v2/bot/richmenu/', method: 'POST', times: 1, answer: { cut: true } }],
    });
    expect((await setUpLine(office)).output).toContain('ไลน์ไม่ตอบ');
    await office.faults({});
    const last = await setUpLine(office);
    expect(last.output).toContain('ผลการตั้งค่า: ใช้ได้');
    expect(last.code).toBe(0);
    const { menus, aliases, defaultId } = await onLine();
    expect(menus).toHaveLength(MENU_KEYS.length);
    expect(aliases.map(({ richMenuAliasId }) => richMenuAliasId).sort()).toEqual(
      MENU_KEYS.map(menuAlias).sort(),
    );
    expect(defaultId).toBe(await idOf({ owner: 'citizen', side: 'own' }));
  });

  it('gave the admin, who registered before there were menus, the admin’s', async () => {
    expect(await linkedTo(admin)).toBe(await idOf({ owner: 'admin', side: 'own' }));
  });

  it('changes nothing on LINE when it runs again', async () => {
    const before = await newestCall();
    const again = await setUpLine(office);
    expect(again.code).toBe(0);
    expect(await changesSince(before)).toEqual([]);
  });

  it('says no secret', async () => {
    const { output } = await setUpLine(office);
    expect(output).not.toContain(office.channel.channelSecret);
    expect(output).not.toContain(office.channel.channelAccessToken);
  });

  it.each(['staff', 'finance', 'officer', 'executive'] as const)(
    'shows a new %s the menu of the role at once',
    async (role) => {
      const person = await join(`คน${roleNames[role]}`, role);
      people.set(role, person);
      expect(await linkedTo(person)).toBe(await idOf({ owner: role, side: 'own' }));
    },
  );

  it('understands every word that an area of a menu types, for the people it is shown to', async () => {
    const citizen = await office.person('บุญมา');
    for (const key of MENU_KEYS) {
      const person = key.owner === 'citizen' ? citizen : people.get(key.owner);
      for (const { action, label } of menuRows(key).flat()) {
        if (action.kind === 'other-side' || !person) continue;
        const answer = await person.says(action.says);
        expect(answer.text, `${menuAlias(key)}: ${label}`).not.toBe('');
        for (const refusal of REFUSALS)
          expect(answer.text, `${menuAlias(key)}: ${label}`).not.toContain(refusal);
        await person.says('ยกเลิก');
      }
    }
  });

  it('lets an officer change to the citizen side and back, and leaves that choice alone', async () => {
    const officer = people.get('officer');
    if (!officer) throw new Error('no officer');
    const change = (to: MenuKey) =>
      fetch(`${office.simulatorUrl}/sim/chats/${officer.user.id}/menu-switch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: officer.user.id, alias: menuAlias(to), data: 'menus/switched' }),
      });
    await change({ owner: 'officer', side: 'citizen' });
    expect((await officer.reads()).messages).toEqual([]);
    expect(await linkedTo(officer)).toBe(await idOf({ owner: 'officer', side: 'citizen' }));
    const before = await newestCall();
    expect((await setUpLine(office)).code).toBe(0);
    expect(await changesSince(before)).toEqual([]);
    await change({ owner: 'officer', side: 'own' });
    expect(await linkedTo(officer)).toBe(await idOf({ owner: 'officer', side: 'own' }));
  });

  it('shows another menu when a new code brings another role', async () => {
    const person = await join('มานี', 'staff');
    await person.says(`ลงทะเบียน ${await invite('มานี', 'finance')}`);
    expect(await linkedTo(person)).toBe(await idOf({ owner: 'finance', side: 'own' }));
  });

  it('gives a member who blocked the account and came back the menu again', async () => {
    const staff = people.get('staff');
    if (!staff) throw new Error('no staff');
    await fetch(`${office.simulatorUrl}/sim/users/${staff.user.id}/block`, { method: 'POST' });
    expect(await linkedTo(staff)).toBeUndefined();
    await fetch(`${office.simulatorUrl}/sim/users/${staff.user.id}/follow`, { method: 'POST' });
    await staff.reads();
    expect(await linkedTo(staff)).toBe(await idOf({ owner: 'staff', side: 'own' }));
  });

  it('gives a member whose rights were taken back the default, however often LINE fails first', async () => {
    const person = await join('ปิติ', 'executive');
    await office.faults({
      api: [
        { path: '/v2/bot/user/', method: 'DELETE', times: 2, answer: { status: 500, message: 'broken' } },
      ],
    });
    await admin.says('สมาชิก');
    const listed = await admin.says('สมาชิก');
    const card = listed.messages.find((message) => JSON.stringify(message.content).includes('ปิติ'));
    if (!card) throw new Error('not in the list');
    const press = new RegExp(`people/remove\\?id=${person.user.id}`);
    expect(JSON.stringify(card.content)).toMatch(press);
    await fetch(`${office.simulatorUrl}/sim/chats/${admin.user.id}/postbacks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: admin.user.id, data: `people/remove-yes?id=${person.user.id}` }),
    });
    await admin.reads();
    expect(await linkedTo(person)).toBeDefined();
    const { nowMs } = await office.state();
    await office.setTime(nowMs + 10 * 60_000);
    await office.setTime(nowMs + 20 * 60_000);
    await office.setTime(nowMs + 30 * 60_000);
    expect(await linkedTo(person)).toBeUndefined();
  });

  it('takes away the links that the program could not, of people who are members no more', async () => {
    const person = await join('ชูใจ', 'finance');
    await fetch(`${office.simulatorUrl}/sim/chats/${admin.user.id}/postbacks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: admin.user.id, data: `people/remove-yes?id=${person.user.id}` }),
    });
    await admin.reads();
    const menu = await idOf({ owner: 'finance', side: 'own' });
    const { channelAccessToken } = office.channel;
    await fetch(`${office.simulatorUrl}/v2/bot/user/${person.user.id}/richmenu/${menu}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${channelAccessToken}` },
    });
    expect(await linkedTo(person)).toBe(menu);
    const run = await setUpLine(office);
    expect(run.output).toContain('1 คน');
    expect(await linkedTo(person)).toBeUndefined();
  });

  it('replaces a menu that changed, moves everybody over and removes the old one', async () => {
    const officer = people.get('officer');
    if (!officer) throw new Error('no officer');
    const old = await idOf({ owner: 'officer', side: 'own' });
    const run = await setUpLine(office, { LIFF_ID: '' });
    expect(run.code).toBe(1);
    expect(run.output).toContain('✗ ยังไม่ได้ตั้ง LINE_LOGIN_CHANNEL_ID หรือ LIFF_ID');
    const now = await idOf({ owner: 'officer', side: 'own' });
    expect(now).not.toBe(old);
    expect(await linkedTo(officer)).toBe(now);
    const { menus } = await onLine();
    expect(menus.map(({ richMenuId }) => richMenuId)).not.toContain(old);
    expect(menus).toHaveLength(MENU_KEYS.length);
  });

  it('leaves rich menus alone that the office made itself', async () => {
    const { channelAccessToken } = office.channel;
    const made = await fetch(`${office.simulatorUrl}/v2/bot/richmenu`, {
      method: 'POST',
      headers: { authorization: `Bearer ${channelAccessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        size: { width: 2500, height: 843 },
        selected: false,
        name: 'ของหน่วยงานเอง',
        chatBarText: 'เมนู',
        areas: [],
      }),
    });
    const { richMenuId } = (await made.json()) as { richMenuId: string };
    await setUpLine(office);
    expect((await onLine()).menus.map((menu) => menu.richMenuId)).toContain(richMenuId);
  });

  it.each([
    [{ LINE_CHANNEL_ACCESS_TOKEN: 'wrong' }, 'ไลน์ไม่รับ LINE_CHANNEL_ACCESS_TOKEN'],
    [{ PUBLIC_URL: 'http://prongsai.example.go.th' }, 'ยังไม่ได้ตั้ง PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://127.0.0.1:9' }, 'เปิดมินิแอปที่ http://127.0.0.1:9/liff/ ไม่ได้'],
    [{ LINE_LOGIN_CHANNEL_ID: '2000000002' }, 'LIFF_ID ไม่ได้อยู่ในช่อง'],
    [{ LIFF_ID: '2000000001-another' }, 'ใช้ LIFF_ID อื่น'],
    [{ LINE_CHANNEL_SECRET: '' }, 'LINE_CHANNEL_SECRET'],
  ])('with %o names what is wrong and where to put it right, and ends with 1', async (environment, said) => {
    const run = await setUpLine(office, environment);
    expect(run.output).toContain(said);
    expect(run.code).toBe(1);
  });

  it('where no office is says that it has no key yet, and ends with 1', async () => {
    const run = await setUpLine(office, office.host.elsewhere);
    expect(run.output).toContain('ยังไม่มีกุญแจของหน่วยงาน');
    expect(run.code).toBe(1);
  });
});
