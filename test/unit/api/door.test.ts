import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API_HEADERS } from '../../../bot/api/api-headers.ts';
import { CALLS_PER_MINUTE, WRITES_PER_MINUTE } from '../../../bot/api/rate-limit.ts';
import { MAX_JSON_BYTES } from '../../../bot/api/read-json.ts';
import { type ApiAnswer, type ApiWorld, openApiWorld } from './api-world.ts';

const HOUR_MS = 60 * 60 * 1000;
const CASE = '/cases/0f7d4a52-5f9e-4b0a-9d2c-3f1b8a6e7c90';

let world: ApiWorld;
beforeEach(async () => {
  world = await openApiWorld();
});
afterEach(() => world.close());

const said = ({ status, json }: ApiAnswer) => [status, json['code']];

describe('who calls', () => {
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('is let in with an ID token that LINE vouches for, and told who the office takes them for', async () => {
    const { status, json } = await world.call('/session', { as: world.officer });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: 'นิติกร',
      unit: 'สำนักปลัด',
      roles: ['officer'],
      officeName: 'อบต.ทดสอบ',
    });
    expect(JSON.stringify(json)).not.toContain(world.officer.id);
  });

  it('is turned away without a token, with another scheme, and with one that is no token', async () => {
    expect(said(await world.call('/session'))).toEqual([401, 'login-missing']);
    const basic = { headers: { authorization: 'Basic eDp4' } };
    expect(said(await world.call('/session', basic))).toEqual([401, 'login-missing']);
    for (const token of ['x', 'a.b', 'a.b.c.d', `${'a'.repeat(5_000)}.b.c`]) {
      expect(said(await world.call('/session', bearer(token)))).toEqual([401, 'login-invalid']);
    }
  });

  it('is turned away with a forged token, one of another channel and one that nobody from LINE issued', async () => {
    const good = world.idToken(world.officer);
    const [head, , mac] = good.split('.');
    const claims = { sub: world.officer.id, iss: 'https://access.line.me', aud: '1', exp: 9_999_999_999 };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${mac}`;
    const others = [
      forged,
      world.idToken(world.officer, { audience: '2' }),
      world.idToken(world.officer, { issuer: 'https://example.org' }),
    ];
    for (const token of others) {
      expect(said(await world.call('/session', bearer(token)))).toEqual([401, 'login-invalid']);
    }
  });

  it('is asked to log in again once the token has run out, also one that was good before', async () => {
    const token = world.idToken(world.officer);
    expect((await world.call('/session', bearer(token))).status).toBe(200);
    world.wait(HOUR_MS + 1_000);
    expect(said(await world.call('/session', bearer(token)))).toEqual([401, 'login-expired']);
    const old = world.idToken(world.second);
    world.wait(HOUR_MS + 1_000);
    expect(said(await world.call('/session', bearer(old)))).toEqual([401, 'login-expired']);
  });

  it('is asked to come back while LINE does not answer, and let in when it does', async () => {
    const token = world.idToken(world.officer);
    const answer = { status: 500, message: 'Internal Server Error' };
    world.simulator.platform.faults.set({ api: [{ path: '/oauth2/v2.1/verify', answer }] });
    expect(said(await world.call('/session', bearer(token)))).toEqual([503, 'line-unreachable']);
    world.simulator.platform.faults.set({});
    expect((await world.call('/session', bearer(token))).status).toBe(200);
  });

  it('is told when the office has set up no login', async () => {
    const closed = await openApiWorld({ login: false });
    try {
      expect(said(await closed.call('/session', { as: closed.officer }))).toEqual([503, 'not-set-up']);
    } finally {
      await closed.close();
    }
  });

  it('is looked up at every call: a membership or role given or taken back counts at once', async () => {
    const stranger = await world.stranger();
    expect(said(await world.call('/session', { as: stranger }))).toEqual([403, 'not-a-member']);
    await world.setMember(stranger, {});
    expect((await world.call('/session', { as: stranger })).status).toBe(200);
    expect(said(await world.call('/cases', { as: stranger }))).toEqual([403, 'not-allowed']);
    await world.setMember(stranger, { roles: ['officer'] });
    expect((await world.call('/cases', { as: stranger })).status).toBe(200);
    await world.setMember(stranger, { roles: ['admin', 'executive', 'finance', 'staff'] });
    expect(said(await world.call('/cases', { as: stranger }))).toEqual([403, 'not-allowed']);
    await world.setMember(stranger, { status: 'removed' as never });
    expect(said(await world.call('/session', { as: stranger }))).toEqual([403, 'not-a-member']);
  });
});

describe('what is sent', () => {
  const message = { rev: 1, text: 'ขอข้อมูลเพิ่ม' };
  const post = (more: object) =>
    world.call(`${CASE}/messages`, { as: world.officer, body: message, ...more });

  it('must carry a key that is a UUID', async () => {
    for (const key of ['', 'x', '1234', randomUUID().slice(1)]) {
      const answer = await post({ key });
      expect(said(answer)).toEqual([400, 'bad-input']);
      expect(answer.json['field']).toBe('Idempotency-Key');
    }
  });

  it('must be JSON of the right shape and size; a refusal names the field and never the value', async () => {
    const bodies = [
      {},
      { rev: '1', text: 'x' },
      { rev: 1 },
      { rev: 1, text: '  ' },
      { rev: -1, text: 'x' },
      [],
    ];
    for (const body of bodies) expect(said(await post({ body }))).toEqual([400, 'bad-input']);
    const long = await post({ body: { rev: 1, text: 'ZQXWORD'.repeat(1_000) } });
    expect(long.json).toMatchObject({ code: 'bad-input', field: 'text' });
    expect(long.bytes.toString()).not.toContain('ZQXWORD');
    expect(said(await post({ raw: '{"rev":1,' }))).toEqual([400, 'bad-input']);
    expect(said(await post({ raw: '"x"' }))).toEqual([400, 'bad-input']);
    const huge = JSON.stringify({ rev: 1, text: 'x'.repeat(MAX_JSON_BYTES) });
    expect(said(await post({ raw: huge }))).toEqual([413, 'too-large']);
    expect(said(await world.call('/cases?view=none', { as: world.officer }))).toEqual([400, 'bad-input']);
  });

  it('may come so many times a minute from one person, and that takes nothing from another', async () => {
    const answers: ApiAnswer[] = [];
    for (let n = 0; n <= WRITES_PER_MINUTE; n += 1) answers.push(await post({}));
    expect(new Set(answers.slice(0, -1).map(({ status }) => status))).toEqual(new Set([404]));
    const last = answers.at(-1);
    expect([last?.status, last?.json['code'], last?.headers.get('retry-after')]).toEqual([
      429,
      'too-many',
      '60',
    ]);
    expect((await world.call('/session', { as: world.officer })).status).toBe(200);
    for (let n = 0; n < CALLS_PER_MINUTE; n += 1) await world.call('/session', { as: world.officer });
    expect(said(await world.call('/session', { as: world.officer }))).toEqual([429, 'too-many']);
    expect((await world.call('/session', { as: world.second })).status).toBe(200);
    world.wait(60_000);
    expect((await world.call('/session', { as: world.officer })).status).toBe(200);
  });
});

describe('every answer', () => {
  it('carries the headers that keep it from being shown, run or kept, refusals and unknown routes too', async () => {
    const answers = [
      await world.call('/session', { as: world.officer }),
      await world.call('/session'),
      await world.call(CASE, { as: world.officer }),
      await world.call('/nothing', { as: world.officer }),
      await world.call('/%', { as: world.officer }),
      await world.call(`${CASE}/messages`, { as: world.officer, raw: '{' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 404, 404, 400]);
    for (const { headers } of answers) {
      for (const [name, value] of Object.entries(API_HEADERS)) expect(headers.get(name)).toBe(value);
      expect(headers.get('content-type')).toContain('application/json');
    }
  });

  it('to a route or method that does not exist is the same for everybody', async () => {
    for (const path of ['/', '/members', '/cases/x/y/z', '/session/x', '/..%2fwebhook']) {
      for (const as of [undefined, world.officer, world.admin]) {
        const answer = await world.call(path, as ? { as } : {});
        expect(said(answer)).toEqual([404, 'not-found']);
      }
    }
    expect(said(await world.call('/session', { as: world.officer, body: {} }))).toEqual([404, 'not-found']);
  });

  it('is logged by route, status and time alone', async () => {
    await world.call(`${CASE}?view=ZQXQUERY`, { as: world.officer });
    await world.call(`${CASE}/messages`, { as: world.officer, body: { rev: 1, text: 'ZQXBODY' } });
    const log = world.apiLog.join('\n');
    expect(log).toContain('get /cases/:id');
    for (const word of ['ZQX', '0f7d4a52', world.officer.id, 'Bearer']) expect(log).not.toContain(word);
  });
});
