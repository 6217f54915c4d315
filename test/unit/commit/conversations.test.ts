import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeKeys } from '../../../bot/office-keys.ts';
import { type Post, posts, rides } from '../../../bot/outbox/records.ts';
import { type Member, members } from '../../../bot/people/records.ts';
import { ref } from '../../../bot/store/store.ts';
import { openConversation } from '../../../bot/webhook/open-conversation.ts';
import { type Conversation, conversations } from '../../../bot/webhook/records.ts';
import type { SimGroup, SimUser } from '../../simulator/protocol.ts';
import { openProgram, type ProgramInMemory } from '../webhook/program-in-memory.ts';
import { START_MS } from '../webhook/seeded-ports.ts';

const ADMIN: Member = {
  name: 'สมศรี',
  unit: 'สำนักปลัด',
  roles: ['admin'],
  status: 'active',
  joinedAtMs: START_MS,
};

describe('a conversation', () => {
  let office: ProgramInMemory;
  let admin: SimUser;
  let staff: SimUser;
  let group: SimGroup;
  beforeEach(async () => {
    office = await openProgram();
    admin = await office.person('สมศรี');
    staff = await office.person('ปิติ');
    group = await office.group('กลุ่มเจ้าหน้าที่', [admin, staff]);
    await office.store.transact(async (tx) => tx.set(ref(members, admin.id), ADMIN));
  });
  afterEach(() => office.close());

  const mine = () => ref(conversations, office.keys.conversationId(admin.id));
  const stored = async (): Promise<Conversation> => {
    const found = await office.store.get(mine());
    if (!found) throw new Error('no conversation');
    return found.data;
  };
  const store = (conversation: Conversation) =>
    office.store.transact(async (tx) => tx.set(mine(), conversation));
  const stateOf = async () => openConversation(await stored(), admin.id, office.keys).flow?.state;

  it('is kept without naming the person, what it is about, or the hour', async () => {
    await office.says(admin, 'เชิญ');
    await office.says(admin, 'มานี มีสุข');
    const kept = Object.entries(await office.everything()).filter(([id]) => id.startsWith('conversations/'));
    expect(kept).toHaveLength(1);
    const text = JSON.stringify(kept);
    for (const secret of [admin.id, 'people', 'invite', 'มานี']) expect(text).not.toContain(secret);
    expect((await stored()).expiresAtMs % (60 * 60 * 1000)).toBe(0);
  });

  it.each([
    ['of an unknown version', (before: Conversation): Conversation => ({ ...before, version: 99 })],
    [
      'closed with a key that is lost',
      (before: Conversation): Conversation => ({
        ...before,
        closedFlow: officeKeys(Buffer.alloc(32, 8)).closeFor('x', { feature: 'people', state: {} }),
      }),
    ],
    ['that was tampered with', (before: Conversation): Conversation => ({ ...before, closedFlow: 'AAAA' })],
  ])('%s becomes idle with an apology, and goes on from there', async (_name, change) => {
    await office.says(admin, 'เชิญ');
    const before = await stored();
    await store(change(before));
    expect(await office.says(admin, 'มานี มีสุข')).toContain('ขออภัย ระบบเพิ่งปรับปรุง');
    expect(await stateOf()).toBeUndefined();
    expect((await stored()).rev).toBe(before.rev + 1);
    expect(await office.says(admin, 'เชิญ')).toContain('พิมพ์ชื่อและนามสกุล');
  });

  it('of a feature or a step that is no more ends politely', async () => {
    await office.says(admin, 'เชิญ');
    const before = await stored();
    const flow = { feature: 'people', state: { step: 'of-another-year' } };
    await store({ ...before, closedFlow: office.keys.closeFor(admin.id, flow) });
    expect(await office.says(admin, 'มานี')).toContain('ยกเลิกแล้ว');
    expect(await stateOf()).toBeUndefined();
  });

  it('does not record an answer that was typed before the question on screen', async () => {
    await office.says(admin, 'เชิญ');
    await office.says(admin, 'มานี มีสุข');
    const asked = await stateOf();
    expect(asked).toMatchObject({ step: 'invite-unit' });
    // Typed before the question, delivered after it: the clock of the phone is LINE's.
    office.clock.nowMs -= 60_000;
    expect(await office.says(admin, 'มานะ มากมี')).toContain('มาถึงช้ากว่าข้อความถัดไป');
    expect(await stateOf()).toEqual(asked);
    office.clock.nowMs += 120_000;
    await office.says(admin, 'กองคลัง');
    expect(await stateOf()).toMatchObject({ step: 'invite-roles', unit: 'กองคลัง' });
  });

  it('is left as it is by a button of an earlier question', async () => {
    await office.says(admin, 'เชิญ');
    await office.says(admin, 'มานี มีสุข');
    const stale = office.buttonData(admin, 'กองคลัง');
    await office.taps(admin, 'กองช่าง');
    const before = await office.everything();
    expect(await office.presses(admin, stale)).toContain('ปุ่มนี้เก่าแล้ว');
    const after = await office.everything();
    expect(await stateOf()).toMatchObject({ step: 'invite-roles', unit: 'กองช่าง' });
    const changed = Object.keys(after).filter(
      (id) => JSON.stringify(after[id]) !== JSON.stringify(before[id]),
    );
    expect(changed.filter((id) => !id.startsWith('inbox/'))).toEqual([]);
  });

  it('ends with ยกเลิก in every step, and a button of it does nothing any more', async () => {
    await office.says(admin, 'เชิญ');
    await office.says(admin, 'มานี มีสุข');
    const button = office.buttonData(admin, 'กองคลัง');
    expect(await office.says(admin, 'ยกเลิก')).toContain('ไม่มีการบันทึก');
    expect(await stateOf()).toBeUndefined();
    expect(await office.presses(admin, button)).toContain('ปุ่มนี้เก่าแล้ว');
    expect(await stateOf()).toBeUndefined();
  });

  it('of a group does not exist: what people say to each other leaves not a single document', async () => {
    const before = await office.everything();
    for (const said of ['สวัสดีครับ', 'ยกเลิก', 'เชิญ', 'งบประมาณปีนี้เป็นอย่างไรบ้าง', 'ลงทะเบียน 12345 67890']) {
      expect(await office.says(staff, said, group)).toBe('');
    }
    expect(await office.everything()).toEqual(before);
    expect(office.log.filter((line) => line.event === 'event-handled').slice(-5)).toEqual(
      Array.from({ length: 5 }, () => ({ event: 'event-handled', outcome: 'ignored', kind: 'text' })),
    );
  });

  it('of a group leaves nothing either while a post waits there for a later ride', async () => {
    await office.store.transact(async (tx) => {
      tx.set(ref(posts, 'later'), laterPost(group.id));
      tx.set(ref(rides, group.id), { postIds: ['later'] });
    });
    const before = await office.everything();
    expect(await office.says(staff, 'สวัสดีครับ', group)).toBe('');
    expect(await office.everything()).toEqual(before);
  });
});

function laterPost(chatId: string): Post {
  const dueAtMs = START_MS + 24 * 60 * 60 * 1000;
  return {
    kind: 'budget-update',
    chatId,
    messages: [{ type: 'text', text: 'สรุปงบประมาณ' }],
    status: 'waiting',
    dueAtMs,
    nextAttemptAtMs: dueAtMs,
    retryKey: '123e4567-e89b-42d3-a456-426614174000',
    attempts: 0,
    critical: false,
    expiresAtMs: 2 * dueAtMs,
  };
}
