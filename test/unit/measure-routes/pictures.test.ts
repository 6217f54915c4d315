import { randomUUID } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILES_AT_ONCE } from '../../../bot/api/api-router.ts';
import { expirePicturesJob } from '../../../bot/measures/pictures.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { MeasureView, Picture } from '../../../shared/measures/measure-api.ts';
import { CANARIES, taggedImage } from '../evidence/samples.ts';
import { type MeasuresOffice, openMeasuresOffice, YEAR } from './measures-office.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('pictures of a measure', () => {
  let office: MeasuresOffice;
  let sign: MeasureView;
  beforeEach(async () => {
    office = await openMeasuresOffice();
    await office.plan();
    sign = await office.measure('builder', 'ติดป้าย');
  });
  afterEach(() => office.close());

  const pathOf = (measure: Pick<MeasureView, 'id'>) => `/measures/${YEAR}/${measure.id}`;
  const report = (who: string, measure: MeasureView, body: object, key?: string) =>
    office.post<MeasureView>(who, `${pathOf(measure)}/reports`, { rev: measure.rev, ...body }, key);

  it('keeps pictures as pixels alone, serves them to who may read the measure, and to nobody else', async () => {
    const sent = await office.send<Picture>('builder', `${pathOf(sign)}/pictures`, await taggedImage('jpeg'));
    expect(sent).toMatchObject({ status: 200, body: { contentType: 'image/jpeg' } });
    const picturePath = `/measures/pictures/${sent.body.id}`;
    expect((await office.bytes('admin', picturePath)).status).toBe(404);
    const { body } = await report('builder', sign, { pictures: [sent.body.id] });
    expect(body.evidence).toEqual([{ kind: 'picture', id: sent.body.id, day: '2026-07-01', months: 12 }]);
    const shown = await office.bytes('admin', picturePath);
    expect([shown.status, shown.type]).toEqual([200, 'image/jpeg']);
    for (const canary of Object.values(CANARIES)) expect(shown.bytes.includes(canary)).toBe(false);
    expect((await office.bytes('finance', picturePath)).status).toBe(404);
    expect((await report('builder', body, { pictures: [sent.body.id] })).status).toBe(400);
  });

  it('takes no file that is not a picture, and none over the limit', async () => {
    const path = `${pathOf(sign)}/pictures`;
    const page = await office.send<Problem>(
      'builder',
      path,
      Buffer.from('<html><script>alert(1)</script></html>'),
    );
    expect(page).toMatchObject({ status: 400, body: { sentence: expect.stringContaining('JPEG') } });
    expect((await office.send('builder', path, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await office.send('builder', path, new Uint8Array())).status).toBe(400);
    expect((await office.send('finance', path, await taggedImage('png'))).status).toBe(404);
  });

  it('reads so many files at once and asks the next one to come back, whoever sends them', async () => {
    const hanging = new Set<ClientRequest>();
    let isOver = false;
    const hang = () => {
      const upload = request(`${office.url}${pathOf(sign)}/pictures`, {
        method: 'POST',
        headers: { authorization: 'Bearer token-builder', 'idempotency-key': randomUUID() },
      });
      hanging.add(upload);
      upload.on('error', () => {});
      // One that met the question below at the same moment was asked to come back: it does.
      upload.on('response', (answer) => {
        answer.resume();
        hanging.delete(upload);
        if (!isOver) hang();
      });
      upload.write('x');
    };
    for (let n = 0; n < MAX_FILES_AT_ONCE; n += 1) hang();
    const path = `${pathOf(sign)}/pictures`;
    const picture = await taggedImage('png');
    const answers = (who: string, status: number) =>
      expect
        .poll(
          async () => {
            // No more writes a minute than a person may make.
            office.clock.nowMs += 3_000;
            return (await office.send(who, path, picture)).status;
          },
          { timeout: 20_000 },
        )
        .toBe(status);
    await answers('admin', 503);
    isOver = true;
    for (const upload of hanging) upload.destroy();
    await answers('builder', 200);
  });

  it('removes a picture that no report named, file and all, and never one that a report names', async () => {
    const path = `${pathOf(sign)}/pictures`;
    const loose = (await office.send<Picture>('builder', path, await taggedImage('png'))).body.id;
    const kept = (await office.send<Picture>('builder', path, await taggedImage('jpeg'))).body.id;
    await report('builder', sign, { pictures: [kept] });
    office.clock.nowMs += 2 * DAY_MS;
    await expirePicturesJob(office).run();
    expect(await office.files.get(`measures/${loose}.jpg`)).toBeUndefined();
    expect(await office.files.get(`measures/${kept}.jpg`)).toBeDefined();
    expect((await office.bytes('builder', `/measures/pictures/${kept}`)).status).toBe(200);
  });
});
