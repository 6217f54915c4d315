import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MarkedFile, markedFiles } from '../faults/complaint-marked-files.ts';
import { codeSecrets, type Secret, tracesIn, tracesInFolder } from '../faults/complaint-traces.ts';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import {
  type Answer,
  openOffice,
  type Person,
  SCENARIO_START_MS,
  type TestOffice,
} from '../simulator/office.ts';
import { RECEIPT_CODE } from './file-complaint.ts';
import { furnish, invite, type Staffed } from './furnish.ts';

const HOUR_MS = 60 * 60 * 1000;
const TEST_MS = 120_000;

/** Words nobody would type: Latin, and Thai with a mark above. */
const marksOf = (n: number) => ({ latin: `ZQXPLANTED${n}WORD`, thai: `คำที่ปลูกไว้ลำดับ${n}ห้ามพบ` });

/** Reply tokens, box keys and user ids that belong to the citizens, as LINE's side recorded them. */
async function linkSecrets(office: TestOffice, citizens: readonly Person[]): Promise<readonly Secret[]> {
  const ids = new Set(citizens.map(({ user }) => user.id));
  const tokens = new Set<string>();
  const boxKeys = new Set<string>();
  for (const { direction, body, path } of await office.calls()) {
    if (direction === 'to-program') {
      for (const event of (JSON.parse(body) as { events: Record<string, unknown>[] }).events) {
        const { userId } = event['source'] as { userId?: string };
        if (userId && ids.has(userId) && event['replyToken']) tokens.add(String(event['replyToken']));
      }
    } else if (path.includes('/reply')) {
      for (const [, key] of body.matchAll(/[?&]b=([\w-]{43})/g)) boxKeys.add(key ?? '');
    }
  }
  return [
    ...[...ids].map((text) => ({ name: 'user id', text })),
    ...[...ids].map((text) => ({ name: 'user id without U', text: text.slice(1) })),
    ...[...tokens].map((text) => ({ name: 'reply token', text })),
    ...[...boxKeys].map((text) => ({ name: 'key of a receipt box', text })),
    ...citizens.map(({ user }) => ({ name: 'name in LINE', text: user.name })),
  ];
}

/** Everything the program ever said to LINE that does not go back to these citizens alone. */
async function saidToOthers(office: TestOffice, citizens: readonly Person[]): Promise<Buffer> {
  const secrets = await linkSecrets(office, citizens);
  const tokens = new Set(secrets.filter(({ name }) => name === 'reply token').map(({ text }) => text));
  const calls = (await office.calls()).filter(({ direction }) => direction === 'to-line');
  const others = calls.filter(({ path, body }) => {
    if (!path.endsWith('/message/reply')) return true;
    return !tokens.has((JSON.parse(body) as { replyToken: string }).replyToken);
  });
  return Buffer.from(
    others
      .map(({ method, path, headers, body }) => [method, path, JSON.stringify(headers), body].join('\n'))
      .join('\n'),
  );
}

const words = (n: number): readonly Secret[] => {
  const { latin, thai } = marksOf(n);
  return [
    { name: `word ${n}`, text: latin },
    { name: `Thai word ${n}`, text: thai },
  ];
};

describe('planted words', () => {
  let office: TestOffice;
  let who: Staffed;
  const citizens: Person[] = [];
  const planted: Secret[] = [];

  beforeAll(async () => {
    office = await openOffice();
    who = await furnish(office);
    await invite(who.admin, await office.person('นิติกร'), 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    await makeOfficeKey(office);
  });
  afterAll(() => office.close());

  /** A new citizen with a marked name, and the files that carry the same mark. */
  async function appear(n: number): Promise<{ citizen: Person; files: readonly MarkedFile[] }> {
    const { latin, thai } = marksOf(n);
    const citizen = await office.person(`${thai}ชื่อในไลน์`);
    citizens.push(citizen);
    planted.push(...words(n));
    return { citizen, files: await markedFiles(latin) };
  }

  async function draft(citizen: Person, n: number, files: readonly MarkedFile[]): Promise<Answer> {
    const { latin, thai } = marksOf(n);
    await citizen.says('ร้องเรียน');
    await citizen.taps('เริ่ม');
    await citizen.taps('เรียกรับสินบน/ของขวัญ');
    await citizen.says(`นาย${thai}`);
    await citizen.taps('ต่อไป');
    await citizen.taps('กองช่าง');
    await citizen.says(`${latin} ${thai} เรียกเงิน`);
    await citizen.taps('ต่อไป');
    await citizen.taps('ข้าม');
    await citizen.says(`ที่ ${thai}`);
    await citizen.taps('ต่อไป');
    for (const file of files) expect((await citizen.sends(file)).text).toContain('รับไว้แล้ว');
    await citizen.taps('ต่อไป');
    await citizen.taps('ข้าม');
    return citizen.taps('ยังไม่เคยแจ้ง');
  }

  async function file(citizen: Person): Promise<string> {
    const code = RECEIPT_CODE.exec((await citizen.taps('ส่งเรื่อง')).text)?.[0] ?? '';
    planted.push(...codeSecrets(code));
    return code;
  }

  /** What a thief of the data folder, and what anybody else on LINE, would find. */
  async function traces(): Promise<readonly string[]> {
    const secrets = [...planted, ...(await linkSecrets(office, citizens))];
    const others = await saidToOthers(office, citizens);
    return [
      ...tracesInFolder(await office.host.kept(), secrets),
      ...tracesIn('LINE traffic', others, secrets),
    ];
  }

  const killed = async () => {
    await office.program.kill();
    const found = await traces();
    await office.restart('kill');
    expect(found).toEqual([]);
  };

  it('finds what is not hidden: names of officers, in the store and on LINE', async () => {
    const open: readonly Secret[] = [
      { name: 'member', text: 'มานี มีสุข' },
      { name: 'id', text: who.finance.user.id },
    ];
    expect(tracesInFolder(await office.host.kept(), open).length).toBeGreaterThan(0);
    expect(tracesIn('LINE traffic', await saidToOthers(office, []), open).length).toBeGreaterThan(0);
  });

  it(
    'leave no trace when the program is killed in the middle of a draft',
    async () => {
      const { citizen, files } = await appear(1);
      await draft(citizen, 1, files);
      await killed();
      await file(citizen);
    },
    TEST_MS,
  );

  it(
    'leave no trace when the program is killed right after filing, and after the receipt is saved',
    async () => {
      const { citizen, files } = await appear(2);
      await draft(citizen, 2, files);
      await file(citizen);
      await killed();
      await citizen.taps('แสดงรหัสอีกครั้ง');
      await citizen.taps('บันทึกรหัสแล้ว');
      await killed();
    },
    TEST_MS,
  );

  it(
    'leave no trace when it is killed while answers cannot be given and attachments cannot be fetched',
    async () => {
      const { citizen, files } = await appear(3);
      await citizen.says('ร้องเรียน');
      await citizen.taps('เริ่ม');
      await citizen.taps('เรียกรับสินบน/ของขวัญ');
      await office.faults({
        contentNotReadyTimes: 100,
        api: [{ path: '/v2/bot/message/reply', answer: { status: 500, message: 'Internal Server Error' } }],
      });
      await citizen.says(marksOf(3).latin);
      for (const one of files) await citizen.sends(one);
      await killed();
      await office.faults({});
    },
    TEST_MS,
  );

  it(
    'leave no trace in cases, alerts and answers by code, running and stopped',
    async () => {
      const { citizen, files } = await appear(4);
      await draft(citizen, 4, files);
      const code = await file(citizen);
      await citizen.taps('บันทึกรหัสแล้ว');
      await office.setTime(SCENARIO_START_MS + HOUR_MS + 60_000);
      await who.staff.says('สวัสดี', who.group);
      const { citizen: other, files: more } = await appear(5);
      await other.says(`ติดตาม ${code}`);
      await other.taps('ตอบหรือส่งเพิ่ม');
      await other.says(`${marksOf(5).thai} ${marksOf(5).latin}`);
      for (const one of more) await other.sends(one);
      expect((await other.taps('ส่งให้เจ้าหน้าที่')).text).toContain('ส่งให้เจ้าหน้าที่แล้ว');
      expect(await traces()).toEqual([]);
      await office.program.stop();
      const found = await traces();
      await office.restart('stop');
      expect(found).toEqual([]);
    },
    TEST_MS,
  );

  it('are not even repeated to the citizens themselves', async () => {
    const all = (await office.calls()).filter(({ direction }) => direction === 'to-line');
    const said = Buffer.from(all.map(({ path, body }) => `${path}\n${body}`).join('\n'));
    const marked = planted.filter(({ name }) => !name.startsWith('code'));
    expect(tracesIn('answers', said, marked)).toEqual([]);
  });
});
