import { afterAll, beforeAll, expect, it } from 'vitest';
import { allCollections } from '../../bot/collections.ts';
import { openFirestoreStore } from '../../bot/store/firestore.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from '../contract/firestore-emulator.ts';
import { markedFiles } from './complaint-marked-files.ts';
import { file, tell } from './complaint-story.ts';
import { codeSecrets, type Secret, tracesIn } from './complaint-traces.ts';
import { openComplaintWorld } from './complaint-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const LATIN = 'ZQXPLANTEDINFIRESTORE';
const THAI = 'คำที่ปลูกไว้ห้ามพบ';

let emulator: FirestoreEmulator;
beforeAll(async () => {
  emulator = await startFirestoreEmulator('demo-planted-words');
}, 90_000);
afterAll(() => emulator?.stop());

/** Every document of every collection as Firestore gives it out, with names and times. */
async function exported(): Promise<Buffer> {
  const parts: string[] = [];
  for (const { name } of allCollections) {
    const answer = await fetch(`${emulator.documentsUrl}/${name}?pageSize=1000`, {
      headers: { authorization: 'Bearer owner' },
    });
    expect(answer.status).toBe(200);
    parts.push(await answer.text());
  }
  return Buffer.from(parts.join('\n'));
}

it('planted words, user ids and codes are nowhere in a Firestore export, its log or its files', async () => {
  const store = await openFirestoreStore({ projectId: emulator.projectId, emulatorHost: emulator.host });
  const world = await openComplaintWorld({ seed: 1, store });
  try {
    const citizen = await world.person(`${THAI}ชื่อ`);
    const other = await world.person(`${THAI}อีกบัญชี`);
    await tell(world, citizen, { texts: [`${LATIN} ${THAI}`, THAI], files: await markedFiles(LATIN) });
    const secrets: Secret[] = [
      { name: 'word', text: LATIN },
      { name: 'Thai word', text: THAI },
      ...[citizen, other].map(({ id }) => ({ name: 'user id', text: id })),
    ];
    const look = async () => [
      ...tracesIn('the export', await exported(), secrets),
      ...tracesIn('the log', Buffer.from(world.logLines.join('\n')), secrets),
      ...[...world.files].flatMap(([name, { bytes }]) => tracesIn(name, bytes, secrets)),
    ];
    expect(await look()).toEqual([]);
    const code = await file(world, citizen);
    secrets.push(...codeSecrets(code));
    expect(await look()).toEqual([]);
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.pass(HOUR_MS);
    await world.settle();
    await world.says(other, `ติดตาม ${code}`);
    await world.presses(other, 'ตอบหรือส่งเพิ่ม');
    await world.says(other, `${THAI} ${LATIN}`);
    await world.presses(other, 'ส่งให้เจ้าหน้าที่');
    expect(world.shows(other, 1)).toContain('ส่งให้เจ้าหน้าที่แล้ว');
    expect(await look()).toEqual([]);
    // The export is worth looking through: it holds the case and the officer who may read it.
    const held = await exported();
    expect(held.includes(world.officer.id)).toBe(true);
    expect(tracesIn('the export', held, [{ name: 'officer', text: world.officer.id }])).toHaveLength(1);
  } finally {
    await world.close();
  }
}, 120_000);
