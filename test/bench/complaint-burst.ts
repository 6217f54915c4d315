import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases, receipts } from '../../bot/complaints/records.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { furnish, invite } from '../scenario/furnish.ts';
import { makeOfficeKey } from '../simulator/make-office-key.ts';
import { openOffice, SCENARIO_START_MS, type TestOffice } from '../simulator/office.ts';
import type { SimMessage, SimUser } from '../simulator/protocol.ts';
import { tappablesOf, textOf } from '../simulator/seen.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Complaints that one batch releases. */
const BATCH = 200;
const LONGEST_ANSWER_MS = 20_000;
const CODE = /(?:\d{3} ){5}\d{3}/;
/** What each citizen does: `+` types, everything else is tapped. */
const ACTS = [
  '+ร้องเรียน',
  'เริ่ม',
  'จัดซื้อจัดจ้าง',
  'ข้าม',
  'กองช่าง',
  '+เกิดเรื่องในโครงการถนน',
  'ต่อไป',
  'ข้าม',
  'ข้าม',
  'ข้าม',
  'ข้าม',
  'ยังไม่เคยแจ้ง',
  'ส่งเรื่อง',
  'บันทึกรหัสแล้ว',
] as const;

/** What a burst of complaints came to. */
export interface BurstResult {
  readonly filed: number;
  readonly cases: number;
  /** Codes that were shown but lead to no case, or cases without a code. */
  readonly lost: number;
  readonly p95AnswerMs: number;
  readonly seconds: number;
}

/** Lets `complaints` people, `atOnce` at a time, file through the real program process, and counts cases after the release. */
export async function complaintBurst(complaints: number, atOnce: number): Promise<BurstResult> {
  const office = await openOffice();
  try {
    const { admin } = await furnish(office);
    await invite(admin, await office.person('นิติกร'), 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
    await makeOfficeKey(office);
    const startedAt = performance.now();
    const codes: string[] = [];
    const answersMs: number[] = [];
    let next = 0;
    const people = Array.from({ length: atOnce }, async () => {
      while (next < complaints) {
        next += 1;
        codes.push(await complain(office, next, answersMs));
      }
    });
    await Promise.all(people);
    const seconds = (performance.now() - startedAt) / 1000;
    for (let hour = 1; hour <= Math.ceil(complaints / BATCH); hour += 1) {
      await office.setTime(SCENARIO_START_MS + hour * HOUR_MS + 60_000);
    }
    await office.program.stop();
    const store = await openEmbeddedStore({ path: join(office.host.dataDir, 'office.db') });
    const made = await store.count({ collection: cases });
    const found = await store.count({ collection: receipts });
    await store.close();
    const distinct = new Set(codes.filter((code) => code !== '')).size;
    const sorted = answersMs.sort((a, b) => a - b);
    return {
      filed: distinct,
      cases: made,
      lost: Math.abs(complaints - made) + Math.abs(made - found) + Math.abs(made - distinct),
      p95AnswerMs: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      seconds: Math.round(seconds),
    };
  } finally {
    await office.close();
  }
}

/** One citizen's complaint; gives the code. Each answer's time goes into `answersMs`. */
async function complain(office: TestOffice, n: number, answersMs: number[]): Promise<string> {
  const sim = `${office.simulatorUrl}/sim`;
  const user = (await post(`${sim}/users`, { name: `ผู้ร้อง ${n}`, label: '', follows: true })) as SimUser;
  let seen: readonly SimMessage[] = await answers(sim, user, 0);
  let code = '';
  for (const act of ACTS) {
    const seq = seen.at(-1)?.seq ?? 0;
    const startedAt = performance.now();
    if (act.startsWith('+'))
      await post(`${sim}/chats/${user.id}/messages`, { from: user.id, text: act.slice(1) });
    else {
      const data = [...seen]
        .reverse()
        .flatMap(tappablesOf)
        .find(({ label }) => label === act)?.action['data'];
      if (data === undefined) throw new Error(`nothing to tap says "${act}"`);
      await post(`${sim}/chats/${user.id}/postbacks`, { from: user.id, data });
    }
    seen = await answers(sim, user, seq);
    answersMs.push(performance.now() - startedAt);
    code = CODE.exec(seen.map(textOf).join('\n'))?.[0] ?? code;
  }
  return code;
}

/** The account's messages after `seq`, once there is one. */
async function answers(sim: string, { id }: SimUser, seq: number): Promise<readonly SimMessage[]> {
  let after = seq;
  for (let look = 0; look < 10; look += 1) {
    const url = `${sim}/chats/${id}/messages?as=${id}&after=${after}&waitMs=${LONGEST_ANSWER_MS}`;
    const all = (await (await fetch(url)).json()) as SimMessage[];
    const mine = all.filter(({ from }) => from === 'bot');
    if (mine.length > 0) return mine;
    after = all.at(-1)?.seq ?? after;
  }
  throw new Error('no answer came');
}

async function post(url: string, body: unknown): Promise<unknown> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await complaintBurst(Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 50));
  console.log(JSON.stringify(result));
}
