import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonLog, type LogEvent } from '../../../bot/log.ts';
import { ref } from '../../../bot/store/store.ts';
import { inbox } from '../../../bot/webhook/records.ts';
import { openProgram, type ProgramInMemory } from '../webhook/program-in-memory.ts';
import { lineEvent, PRIVATE, webhookBody } from './event-body.ts';
import { type OnLoopback, onLoopback } from './webhook-on-loopback.ts';

describe('the webhook in front of the real program', () => {
  let office: ProgramInMemory;
  let web: OnLoopback;
  let isDown = false;
  beforeEach(async () => {
    office = await openProgram();
    isDown = false;
    web = await onLoopback(async (events) => {
      if (isDown) throw Object.assign(new Error(`disk full near ${PRIVATE.text}`), { code: 'unavailable' });
      await office.program.process(events);
    });
  });
  afterEach(async () => {
    await web.close();
    await office.close();
  });

  const handled = (): readonly string[] =>
    office.log.flatMap((line) => (line.event === 'event-handled' ? [`${line.outcome} ${line.kind}`] : []));
  const isTaken = async (id: string) => (await office.store.get(ref(inbox, id))) !== undefined;

  it("answers LINE's Verify button, which sends no events, with 200", async () => {
    expect((await web.post(webhookBody())).status).toBe(200);
    expect(await office.everything()).toEqual({});
  });

  it('answers unknown event types and fields with 200, counts them as ignored and keeps nothing', async () => {
    const unknown = lineEvent('01A', { type: 'teleport', added: { deeply: [1] }, message: undefined });
    const hologram = lineEvent('01B', { message: { id: '1', type: 'hologram', shape: 'cat' } });
    const group = { type: 'group', groupId: `C${'1'.repeat(32)}`, userId: PRIVATE.userId, mood: 'happy' };
    const joined = lineEvent('01C', { type: 'memberJoined', source: group, joined: { members: [] } });
    expect((await web.post(webhookBody(unknown, hologram, joined))).status).toBe(200);
    const counted = handled();
    expect(counted).toContain('ignored other');
    expect(counted.filter((line) => line === 'ignored other')).toHaveLength(3);
    expect(await office.everything()).toEqual({});
  });

  it('answers 200 only after the event is durable', async () => {
    expect((await web.post(webhookBody(lineEvent('01D')))).status).toBe(200);
    expect(await isTaken('01D')).toBe(true);
  });

  it('answers 500 when the store fails, and the same event takes effect when LINE delivers it again', async () => {
    const body = webhookBody(lineEvent('01E'));
    isDown = true;
    expect((await web.post(body)).status).toBe(500);
    expect(await office.everything()).toEqual({});
    isDown = false;
    expect((await web.post(body)).status).toBe(200);
    expect(await isTaken('01E')).toBe(true);
    await office.program.idle();
    expect((await web.post(body)).status).toBe(200);
    expect(handled()).toEqual(['handled text', 'duplicate text']);
  });

  it('says nothing of body, user, token or text in any log line, however the call ends', async () => {
    const body = webhookBody(lineEvent('01F'), lineEvent('01G', { type: 'teleport' }));
    await web.post(body);
    await web.post(body);
    await web.post(body, { 'x-line-signature': 'wrong' });
    await web.post(`${body}}`);
    await web.post(body.padEnd(1_000_001, PRIVATE.text));
    await web.post(body, { 'content-encoding': PRIVATE.replyToken });
    isDown = true;
    await web.post(webhookBody(lineEvent('01H')));
    isDown = false;
    await office.program.idle();
    await office.program.tick();
    const lines: string[] = [];
    const log = jsonLog(office.clock.now, (line) => lines.push(line));
    for (const entry of [...web.log, ...office.log] as LogEvent[]) log.write(entry);
    expect(lines.length).toBeGreaterThan(8);
    const all = lines.join('\n');
    for (const secret of [...Object.values(PRIVATE), '01F', '01H', 'destination'])
      expect(all).not.toContain(secret);
  });

  it('never fails for well-signed events of any content', async () => {
    const anyEvent = fc
      .record({
        id: fc.stringMatching(/^[A-Z0-9]{5}$/),
        fields: fc.dictionary(
          fc.constantFrom('type', 'message', 'postback', 'source', 'timestamp', 'replyToken', 'mode'),
          fc.jsonValue(),
        ),
      })
      .map(({ id, fields }) => lineEvent(id, fields));
    const texts = fc
      .string({ unit: 'binary', maxLength: 80 })
      .map((text) => lineEvent(`T${text.length}`, { message: { id: '1', type: 'text', text } }));
    const data = fc.string({ maxLength: 40 }).chain((query) =>
      fc
        .constantFrom(
          'people/answer?',
          'people/group-link?',
          'people/remove-yes?',
          'budget/view?',
          'budget/confirm?',
        )
        .map((address) =>
          lineEvent(`P${query.length}`, {
            type: 'postback',
            postback: { data: `${address}id=${query}&rev=1` },
          }),
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(anyEvent, texts, data), { maxLength: 4 }), async (events) => {
        expect((await web.post(webhookBody(...events))).status).toBe(200);
      }),
      { numRuns: 60 },
    );
    await office.program.idle();
  });
});
