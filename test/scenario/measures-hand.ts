import { randomUUID } from 'node:crypto';
import type { WriteCall } from '../../bot/api/route.ts';
import { acceptDraft } from '../../bot/measures/accept-draft.ts';
import { mayReport } from '../../bot/measures/access.ts';
import type { MeasureApiDeps } from '../../bot/measures/deps.ts';
import { planNow } from '../../bot/measures/read-plan.ts';
import { reportOnMeasure } from '../../bot/measures/report.ts';
import { startDraft } from '../../bot/measures/start-draft.ts';
import { type Member, members } from '../../bot/people/records.ts';
import { ref } from '../../bot/store/store.ts';
import { ownersOf } from '../../shared/measures/plan-index.ts';
import { dayOf } from '../../shared/thai/days.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { keptFiles } from '../faults/complaint-files.ts';
import { demoPlanText } from '../fixtures/measures/demo-plan.ts';
import type { ProgramInMemory } from '../unit/webhook/program-in-memory.ts';
import { seededRandom } from '../unit/webhook/seeded-ports.ts';

function depsOf({ store, clock, keys }: ProgramInMemory): MeasureApiDeps {
  return { store, clock, keys, random: seededRandom(), files: keptFiles(new Map(), clock.now) };
}

async function callOf<Body>(
  { store, clock }: ProgramInMemory,
  userId: string,
  body: Body,
  params: Readonly<Record<string, string>> = {},
): Promise<WriteCall<Body>> {
  const member: Member | undefined = (await store.get(ref(members, userId)))?.data;
  if (!member) throw new Error(`${userId} is no member`);
  const request = { userId, key: randomUUID(), fingerprint: '-' };
  return { member, userId, params, query: {}, body, nowMs: clock.now(), request };
}

/** Brings in the invented plan, of twelve measures if not said otherwise, as a person does in the mini-app. */
export async function bringInPlan(
  program: ProgramInMemory,
  userId: string,
  year: FiscalYear,
  size?: number,
): Promise<void> {
  const deps = depsOf(program);
  const text = demoPlanText('อบต.ทดสอบ', year, size);
  const { id, rev } = await startDraft(await callOf(program, userId, { kind: 'pasted', text }), deps);
  const body = { rev, mode: 'replace' as const, results: 'drop' as const };
  await acceptDraft(await callOf(program, userId, body, { id }), deps);
}

/** Reports on what waits of a person's unit, or on the first `most` of it, as the mini-app does. Gives how many reports that were. */
export async function reportWaiting(
  program: ProgramInMemory,
  userId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const deps = depsOf(program);
  const today = dayOf(program.clock.now());
  const found = await program.store.transact((tx) => planNow(tx, today));
  const { member } = await callOf(program, userId, {});
  if (!found) throw new Error('no plan');
  const waiting = found.lines
    .filter(
      ({ line, due }) =>
        (due === 'due' || due === 'late') && mayReport(member, ownersOf(found.plan.index, line)),
    )
    .slice(0, most);
  for (const { line, standing } of waiting) {
    const isOver = line.ends !== null && line.ends < today;
    const body = {
      rev: standing.rev,
      status: isOver ? ('done' as const) : ('in-progress' as const),
      result: 'ดำเนินการตามแผนแล้ว',
    };
    const params = { year: String(found.plan.fiscalYear), id: line.id };
    await reportOnMeasure(await callOf(program, userId, body, params), deps);
  }
  return waiting.length;
}
