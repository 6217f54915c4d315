import { officeKeys } from '../../bot/office-keys.ts';
import { ref, type Store } from '../../bot/store/store.ts';
import { openConversation } from '../../bot/webhook/open-conversation.ts';
import { conversations } from '../../bot/webhook/records.ts';
import { SeededRandom } from '../simulator/line/seeded-random.ts';
import type { SimFaults, SimUser } from '../simulator/protocol.ts';
import { tappablesOf, textOf } from '../simulator/seen.ts';
import { brokenComplaintPromises, type Confirmed } from './complaint-promises.ts';
import { codeIn } from './complaint-story.ts';
import { CONVERSATION_SECRET, type ComplaintWorld, openComplaintWorld } from './complaint-world.ts';
import { Fate } from './crash.ts';

const CITIZENS = 2;
const WANDER_RATE = 0.12;
const CRASH_RATE = 0.015;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);
const keys = officeKeys(CONVERSATION_SECRET);

function faultsFor(seed: number): SimFaults {
  const path = '/v2/bot/message/reply';
  return {
    seed,
    webhook: { duplicateRate: 0.1, redeliverRate: 0.1, disorderRate: 0.05 },
    api: [
      { path, rate: 0.05, answer: { status: 500, message: 'Internal Server Error' } },
      { path, rate: 0.05, answer: { acceptedThen: 500 } },
      { path, rate: 0.05, answer: { acceptedThen: 'cut' } },
      { path: '/v2/bot/message/', method: 'GET', rate: 0.1, answer: { status: 500, message: 'error' } },
    ],
  };
}

/** What a citizen presses, the first of these that the newest message shows. */
const WISHES = ['เริ่ม', 'ทำต่อ', 'ส่งเรื่อง', 'จัดซื้อจัดจ้าง', 'กองช่าง', 'ต่อไป', 'ยังไม่เคยแจ้ง', 'ข้าม'] as const;
/** Acts after which even the most distracted citizen gives up. */
const MAX_ACTS = 30;

/** Something that was not in the plan. */
async function wander(world: ComplaintWorld, citizen: SimUser, draws: SeededRandom): Promise<void> {
  const kind = draws.next();
  const mine = () =>
    world.simulator.phones.read(citizen.id, citizen.id, 0).filter(({ from }) => from === citizen.id);
  if (kind < 0.25) await world.says(citizen, 'อีกเรื่อง');
  else if (kind < 0.45) await world.sends(citizen, { name: 'a.pdf', kind: 'file', bytes: PDF });
  else if (kind < 0.6) {
    const sent = mine().findLast(({ content }) => content.kind === 'text' || content.kind === 'file');
    if (sent) await world.act(() => world.simulator.keyboard.unsend(citizen.id, citizen.id, sent.messageId));
  } else if (kind < 0.65) await world.says(citizen, 'ยกเลิก');
  else if (kind < 0.8) await world.presses(citizen, 'ย้อนกลับ');
  else await world.pass(Math.floor(draws.next() * 40) * MINUTE_MS);
}

/**
 * Answers what is on screen until ส่งเรื่อง was pressed, with a story, and now and then something else. Tells whether the
 * citizen said that the code is saved: the answer to that may have been lost in a crash, the receipt is gone all the same.
 */
async function complain(world: ComplaintWorld, citizen: SimUser, draws: SeededRandom): Promise<boolean> {
  let told = false;
  let pressed = '';
  for (let act = 0; act < MAX_ACTS && pressed !== 'ส่งเรื่อง'; act += 1) {
    if (draws.chance(WANDER_RATE)) await wander(world, citizen, draws);
    const screen = world.simulator.phones
      .read(citizen.id, citizen.id, 0)
      .findLast(({ from }) => from === 'bot');
    const labels = screen ? tappablesOf(screen).map(({ label }) => label) : [];
    pressed = WISHES.find((one) => labels.includes(one)) ?? '';
    if (screen && !told && textOf(screen).includes('เกิดอะไรขึ้น')) {
      told = true;
      pressed = '';
      await world.says(citizen, 'เกิดเรื่อง');
    } else if (pressed === '') await world.says(citizen, 'ร้องเรียน');
    else await world.presses(citizen, pressed);
  }
  if (draws.chance(0.3)) await world.presses(citizen, 'ส่งเรื่อง');
  if (draws.chance(0.2)) await wander(world, citizen, draws);
  return draws.chance(0.2) && world.presses(citizen, 'บันทึกรหัสแล้ว');
}

/** Every code that a citizen was ever shown. */
function codesShown(world: ComplaintWorld, citizen: SimUser): ReadonlySet<string> {
  const shown = world.simulator.phones.read(citizen.id, citizen.id, 0).filter(({ from }) => from === 'bot');
  return new Set(
    shown.map((message) => codeIn(textOf(message).replaceAll('\n', ' '))).filter((code) => code !== ''),
  );
}

/** The storm is over: whoever still wants the code asks for it, and everything comes to an end. */
async function finish(world: ComplaintWorld, citizen: SimUser, isSaved: boolean): Promise<readonly string[]> {
  const broken: string[] = [];
  await world.presses(citizen, 'ส่งเรื่อง');
  const code = codeIn(world.shows(citizen));
  if (code !== '') {
    await world.presses(citizen, 'แสดงรหัสอีกครั้ง');
    if (!isSaved && codeIn(world.shows(citizen, 2)) !== code)
      broken.push('G2 the receipt is not shown again');
    await world.presses(citizen, 'บันทึกรหัสแล้ว');
    await world.presses(citizen, 'แสดงรหัสอีกครั้ง');
    if (world.shows(citizen, 1).includes(code)) broken.push('G4 a saved receipt is still there');
  } else await world.says(citizen, 'ยกเลิก');
  const stored = await world.store.get(ref(conversations, keys.conversationId(citizen.id)));
  const { flow } = openConversation(stored?.data, citizen.id, keys);
  if (flow) broken.push(`G4 a conversation is left: ${JSON.stringify(flow.state).slice(0, 60)}`);
  return broken;
}

/** What became of one life: the promises that it broke, and the complaints that were filed in it. */
export interface ComplaintLife {
  readonly broken: readonly string[];
  readonly filed: number;
}

/** One life of citizens who complain, drawn from a seed, on a fresh embedded store or on the given empty one. */
export async function liveOnComplaints(seed: number, store?: Store): Promise<ComplaintLife> {
  const draws = new SeededRandom(seed * 11 + 5);
  const fate = new Fate(() => draws.chance(CRASH_RATE));
  const world = await openComplaintWorld({ seed, fate, ...(store ? { store } : {}) });
  try {
    const citizens: SimUser[] = [];
    for (let n = 0; n < CITIZENS; n += 1) citizens.push(await world.person(`ผู้ร้อง ${n}`));
    world.simulator.platform.faults.set(faultsFor(seed));
    const saved = new Set<SimUser>();
    for (const citizen of citizens) if (await complain(world, citizen, draws)) saved.add(citizen);
    world.simulator.platform.faults.set({});
    fate.spare();
    await world.settle();
    const broken: string[] = [];
    for (const citizen of citizens) broken.push(...(await finish(world, citizen, saved.has(citizen))));
    await world.pass(HOUR_MS);
    await world.settle();
    const confirmed: Confirmed[] = citizens.flatMap((one) =>
      [...codesShown(world, one)].map((code) => ({ code })),
    );
    return {
      broken: [...broken, ...(await brokenComplaintPromises(world, confirmed))],
      filed: confirmed.length,
    };
  } finally {
    await world.close();
  }
}

/** Lives that one `npm test` lives through, half of them in each of two test files; the rest of the run's 2,000 are budgets' (seeded-faults). `SEED=n` replays a single one. */
export const LIVES = Number(process.env['LIVES'] ?? 400);
/** Broken lives after which the rest is not lived. */
const MAX_FAILURES = 5;

/** What became of a range of lives. */
export interface Lived {
  readonly lives: number;
  /** Complaints of which a citizen was shown a code. */
  readonly filed: number;
  /** One line for each life in which a promise was broken: how to replay it, and what broke. */
  readonly failures: readonly string[];
}

/** Lives through the seeds `first`, `first + 2`, `first + 4`, … up to {@link LIVES}, or through the one that `SEED` names. */
export async function liveEverySecond(first: 1 | 2): Promise<Lived> {
  const only = process.env['SEED'];
  const half = Array.from({ length: Math.ceil((LIVES - first + 1) / 2) }, (_, n) => first + 2 * n);
  const seeds = only === undefined ? half : [Number(only)];
  const failures: string[] = [];
  let filed = 0;
  for (const seed of seeds) {
    const life = await liveOnComplaints(seed);
    filed += life.filed;
    if (life.broken.length > 0) failures.push(`SEED=${seed}: ${life.broken.join('; ')}`);
    if (failures.length >= MAX_FAILURES) break;
  }
  return { lives: seeds.length, filed, failures };
}
