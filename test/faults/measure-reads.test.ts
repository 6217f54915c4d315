import { expect, it } from 'vitest';
import { createMeasuresFeature } from '../../bot/measures/chat.ts';
import { members } from '../../bot/people/records.ts';
import { ref } from '../../bot/store/store.ts';
import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList } from '../../shared/measures/measure-api.ts';
import { openMeasuresOffice, YEAR } from '../unit/measure-routes/measures-office.ts';
import { seededRandom } from '../unit/webhook/seeded-ports.ts';
import { openTempStore } from '../unit/webhook/temp-store.ts';
import { counting } from './counting-store.ts';

const SIZES = [10, 1_000];
const UNITS = ['กองช่าง', 'กองคลัง', 'กองการศึกษา', 'สำนักปลัด (งานนิติการ)'];

function planText(size: number): string {
  const rows = Array.from({ length: size }, (_, n) =>
    [
      `มิติที่ ๑ สร้างวัฒนธรรมสุจริต`,
      `กิจกรรมป้องกันการทุจริตลำดับที่ ${n + 1} ซึ่งมีชื่อยาวพอสมควรเหมือนในแผนจริงของหน่วยงาน`,
      UNITS[n % UNITS.length],
      '10,000',
    ].join('\t'),
  );
  return ['มิติ\tมาตรการ\tผู้รับผิดชอบ\tงบประมาณที่ตั้งไว้', ...rows].join('\n');
}

it('lists, boards, cards, reports and a save cost the same reads at 10 and at 1,000 measures', async () => {
  const temp = await openTempStore();
  const counted = counting(temp.store);
  const office = await openMeasuresOffice(counted.store);
  const cost = async (doIt: () => Promise<unknown>): Promise<number> => {
    counted.reads = 0;
    await doIt();
    return counted.reads;
  };
  const feature = createMeasuresFeature(() => undefined);
  const inChat = (trigger: object) =>
    counted.store.transact((tx) =>
      feature.handle({
        event: {
          id: 'e',
          atMs: 0,
          chat: { kind: 'user', id: 'builder' },
          userId: 'builder',
          input: { kind: 'other', type: 'x' },
        },
        trigger: trigger as never,
        flow: undefined,
        rev: 0,
        nextRev: 1,
        nowMs: office.clock.now(),
        random: seededRandom(),
        tx,
        prepared: undefined,
      }),
    );
  try {
    await counted.store.transact(async (tx) => tx.get(ref(members, 'builder')));
    const costs: Record<string, number>[] = [];
    for (const [round, size] of SIZES.entries()) {
      const bytes = Buffer.from(planText(size));
      const draft = await office.send<DraftView>('admin', `/measures/drafts/file?year=${YEAR}`, bytes);
      expect(draft.body.measureCount).toBe(size);
      const { id, rev } = draft.body;
      const accepted = await office.post('admin', `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
      expect(accepted.status).toBe(200);
      const list = (await office.get<MeasureList>('builder', '/measures')).body;
      expect(list.total).toBe(Math.ceil(size / UNITS.length));
      const [line] = list.measures;
      const press = {
        kind: 'button',
        press: {
          feature: 'measures',
          action: 'view',
          values: { y: String(YEAR), r: String(round + 1), v: 'own' },
        },
      };
      costs.push({
        list: await cost(() => office.get('builder', '/measures')),
        all: await cost(() => office.get('admin', '/measures?view=all')),
        dashboard: await cost(() => office.get('executive', '/measures/dashboard')),
        one: await cost(() => office.get('builder', `/measures/${YEAR}/${line?.id}`)),
        save: await cost(() =>
          office.post('builder', `/measures/${YEAR}/${line?.id}/reports`, {
            rev: line?.rev,
            result: 'ทำแล้ว',
          }),
        ),
        preview: await cost(() => office.get('officer', '/measures/report?layout=ka&round=12')),
        card: await cost(() => inChat({ kind: 'command', name: 'summary', rest: '' })),
        unitCard: await cost(() => inChat(press)),
      });
    }
    expect(costs[1]).toEqual(costs[0]);
    // What everybody opens stays a handful.
    expect(costs[0]?.['dashboard']).toBeLessThanOrEqual(6);
    expect(costs[0]?.['card']).toBeLessThanOrEqual(4);
  } finally {
    await office.close();
    await temp.close();
  }
}, 60_000);
