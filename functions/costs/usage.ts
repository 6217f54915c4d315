import {
  ASSUMED,
  type ExampleMonth,
  INSTANCE,
  MINI_APP_BYTES,
  OTHER_DAYS,
  SCHEDULER_JOBS,
  SECRETS,
  WEBHOOK_MIX,
  WORKING_DAYS,
} from './assumptions.ts';
import type { Counted } from './counted.ts';
import type { FlowName } from './flow-names.ts';
import type { Usage } from './monthly-cost.ts';
import { type Operations, sumOf, times } from './operations.ts';

const GIB = 2 ** 30;
const GB = 10 ** 9;
const MS_PER_SECOND = 1_000;
const PER_THOUSAND = 1_000;
const DAYS = WORKING_DAYS + OTHER_DAYS;

/** One project's month: the nights and days of the ticks, and what people do. */
export function operationsOf(month: ExampleMonth, counted: Counted): Operations {
  const mix = Object.entries(WEBHOOK_MIX).map(([name, of]) =>
    times((month.webhooks * of) / PER_THOUSAND, counted[name as FlowName]),
  );
  const acts = Object.entries(month.times).map(([name, often]) => times(often, counted[name as FlowName]));
  const days = [times(WORKING_DAYS, counted.workingDay), times(OTHER_DAYS, counted.weekendDay)];
  return sumOf([...days, ...mix, ...acts]);
}

/** Invocations of all functions. */
export function callsOf(one: Operations): number {
  return one.webhookCalls + one.apiCalls + one.caseCalls + one.tickCalls + one.outboxCalls;
}

/** Seconds that an instance is billed for it, without its start; an upper bound, since calls at the same time share one. */
export function secondsOf(one: Operations): number {
  const ms =
    callsOf(one) * ASSUMED.msPerCall +
    one.storeTrips * ASSUMED.msPerStoreTrip +
    one.lineTrips * ASSUMED.msPerLineTrip +
    (one.fileWrites + one.fileReads) * ASSUMED.msPerFileTrip;
  return ms / MS_PER_SECOND;
}

/** As if every phone had nothing kept of the mini-app when it opens it. */
export function phoneBytesOf(one: Operations): number {
  return one.bytesToPhones + one.appOpenings * MINI_APP_BYTES;
}

/** What a flow uses once: no starts, secrets or jobs, which it shares with everything else. */
export function usageOf(one: Operations): Usage {
  const seconds = secondsOf(one);
  return {
    firestoreReads: one.reads,
    firestoreWrites: one.writes,
    firestoreDeletes: one.deletes,
    firestoreGib: (one.documentBytes * ASSUMED.storedPerJsonByte) / GIB,
    requests: callsOf(one),
    vcpuSeconds: seconds * INSTANCE.vcpu,
    gibSeconds: seconds * INSTANCE.gib,
    egressGib: one.bytesToLine / GIB,
    hostingGb: 0,
    hostingTransferGb: phoneBytesOf(one) / GB,
    storageGib: one.fileBytes / GIB,
    storageWrites: one.fileWrites,
    storageReads: one.fileReads,
    secretVersions: 0,
    secretAccesses: 0,
    schedulerJobs: 0,
  };
}

/** What a project uses in a month after `ASSUMED.monthsKept` such months. The tick keeps its own instance alive. */
export function monthlyUsage(one: Operations): Usage {
  const starts = (calls: number) => Math.min(calls, ASSUMED.coldStartsPerDay * DAYS);
  const coldStarts = {
    webhook: starts(one.webhookCalls),
    api: starts(one.apiCalls),
    cases: starts(one.caseCalls),
    outbox: starts(one.outboxCalls),
    everyMinute: DAYS,
  };
  const names = Object.keys(coldStarts) as (keyof typeof coldStarts)[];
  const started = names.reduce((sum, name) => sum + coldStarts[name], 0);
  const startSeconds = (started * ASSUMED.msPerColdStart) / MS_PER_SECOND;
  const once = usageOf(one);
  return {
    ...once,
    firestoreGib: once.firestoreGib * ASSUMED.monthsKept,
    storageGib: once.storageGib * ASSUMED.monthsKept,
    vcpuSeconds: once.vcpuSeconds + startSeconds * INSTANCE.vcpu,
    gibSeconds: once.gibSeconds + startSeconds * INSTANCE.gib,
    hostingGb: ASSUMED.hostingGb,
    secretVersions: SECRETS.all,
    secretAccesses: names.reduce((sum, name) => sum + coldStarts[name] * SECRETS[name], 0),
    schedulerJobs: SCHEDULER_JOBS,
  };
}
