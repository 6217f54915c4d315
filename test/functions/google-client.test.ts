import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGoogleClient } from '../../functions/deploy/google-client.ts';
import type { GoogleProject } from '../../functions/deploy/google-project.ts';
import { patientProject } from '../../functions/deploy/patient-project.ts';
import { testClock } from '../unit/webhook/seeded-ports.ts';
import { furnish, GOOD_TOKEN, openSmallGoogle, PROJECT_ID, type SmallGoogle } from './small-google.ts';

let google: SmallGoogle;
beforeEach(async () => {
  google = await openSmallGoogle();
});
afterEach(() => google.close());

const client = (token: () => Promise<string> = async () => GOOD_TOKEN): GoogleProject =>
  createGoogleClient({ projectId: PROJECT_ID, origins: google.origins, token });

it('tells an API that is off, an account that may not, a login that has ended and no answer from each other', async () => {
  expect(await client().database()).toEqual({ kind: 'failed', why: 'disabled', status: 403 });
  google.project.isThere = false;
  expect(await client().project()).toEqual({ kind: 'failed', why: 'forbidden', status: 403 });
  expect(await client(async () => 'ended').project()).toMatchObject({ why: 'signed-out', status: 401 });
  const rejecting = client(async () => {
    throw new Error('invalid_grant');
  });
  expect(await rejecting.project()).toMatchObject({ why: 'signed-out' });
  await google.close();
  expect(await client().project()).toMatchObject({ why: 'silent' });
});

it('a secret comes back byte for byte, is made when first put, and gets a version each further time', async () => {
  furnish(google.project);
  const one = client();
  expect(await one.secret('RECEIPT_KEY')).toEqual({ kind: 'none' });
  for (const value of [Buffer.from([0, 255, 10, 61]), Buffer.from('second')]) {
    expect((await one.putSecret('RECEIPT_KEY', value)).kind).toBe('told');
    expect(await one.secret('RECEIPT_KEY')).toEqual({ kind: 'told', value });
  }
  expect(google.project.secrets.get('RECEIPT_KEY')).toHaveLength(2);
});

it('an answer of another shape, or longer than any, is a failure and no crash', async () => {
  furnish(google.project);
  google.project.database = {} as never;
  expect(await client().database()).toMatchObject({ kind: 'failed', why: 'other' });
  google.project.secrets.set('RECEIPT_KEY', [Buffer.alloc(800_000)]);
  expect(await client().secret('RECEIPT_KEY')).toMatchObject({ kind: 'failed' });
});

it('an API that was just switched on is asked again until it says so, and not for ever', async () => {
  const clock = testClock();
  const before = clock.nowMs;
  const switchingOn = {
    ...clock,
    sleep: async (ms: number) => {
      await clock.sleep(ms);
      if (clock.nowMs - before >= 30_000) furnish(google.project);
    },
  };
  expect((await patientProject(client(), switchingOn).database()).kind).toBe('told');
  google.project.enabled.clear();
  expect(await patientProject(client(), testClock()).database()).toMatchObject({ why: 'disabled' });
});
