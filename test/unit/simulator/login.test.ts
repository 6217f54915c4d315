import { describe, expect, it } from 'vitest';
import { lineUnderTest } from './line-under-test.ts';

async function withLogin() {
  const line = lineUnderTest();
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const { idToken, accessToken } = (await line.call('POST', '/sim/login', { userId: user.id, nonce: 'n1' }))
    .json;
  const verify = (fields: Record<string, string>) => {
    const form = new URLSearchParams({ id_token: idToken, client_id: '1234567890', ...fields });
    return line.call('POST', '/oauth2/v2.1/verify', Buffer.from(form.toString()), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  };
  return { ...line, user, idToken, accessToken, verify };
}

describe('LINE Login', () => {
  it('verifies a good ID token and says whose it is', async () => {
    const { verify, user } = await withLogin();
    const answer = await verify({});
    expect(answer.json).toMatchObject({
      iss: 'https://access.line.me',
      sub: user.id,
      aud: '1234567890',
      name: 'สมชาย',
    });
  });

  it('refuses an ID token after one hour', async () => {
    const { verify, clock } = await withLogin();
    clock.nowMs += 3_600_000;
    expect(await verify({})).toMatchObject({
      status: 400,
      json: { error: 'invalid_request', error_description: 'IdToken expired.' },
    });
  });

  it.each([
    [{ id_token: 'a.b.c' }, 'Invalid IdToken.'],
    [{ client_id: '999' }, 'Invalid IdToken Audience.'],
    [{ nonce: 'n2' }, 'Invalid IdToken Nonce.'],
    [{ user_id: 'U0' }, 'Invalid IdToken Subject Identifier.'],
  ])('refuses an ID token with %j', async (fields, description) => {
    const { verify } = await withLogin();
    expect((await verify(fields as Record<string, string>)).json.error_description).toBe(description);
  });

  it('refuses an ID token whose claims were changed', async () => {
    const { verify, idToken } = await withLogin();
    const [head, payload = '', signature] = idToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'Uadmin' })).toString('base64url');
    expect((await verify({ id_token: `${head}.${forged}.${signature}` })).json.error_description).toBe(
      'Invalid IdToken.',
    );
  });

  it('refuses an ID token of another issuer', async () => {
    const { verify, simulator, user } = await withLogin();
    const { platform } = simulator;
    const other = platform.login.issue(
      { userId: user.id, name: 'ก', issuer: 'https://evil.example' },
      platform.now(),
    );
    expect((await verify({ id_token: other.idToken })).json.error_description).toBe(
      'Invalid IdToken Issuer.',
    );
  });

  it('gives an access token 12 hours and the profile for it', async () => {
    const { call, accessToken, clock, user } = await withLogin();
    const check = () => call('GET', `/oauth2/v2.1/verify?access_token=${accessToken}`);
    expect((await check()).json).toMatchObject({ client_id: '1234567890', expires_in: 43_200 });
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await call('GET', '/v2/profile', undefined, headers)).json).toEqual({
      userId: user.id,
      displayName: 'สมชาย',
    });
    clock.nowMs += 12 * 3_600_000;
    expect((await check()).json.error_description).toBe('The access token expired');
    expect((await call('GET', '/v2/profile', undefined, headers)).status).toBe(401);
  });
});
