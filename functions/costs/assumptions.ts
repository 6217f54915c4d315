import type { FlowName } from './flow-names.ts';

/** What is not counted but assumed. Nobody has measured it on Google's machines yet; edit it when somebody has. */
export const ASSUMED = {
  /** Google bills the time in which an instance has a request, in steps of 100 ms: what a call takes besides its waits. */
  msPerCall: 100,
  /** One question to Firestore or one commit, in the same region. */
  msPerStoreTrip: 10,
  msPerLineTrip: 150,
  msPerFileTrip: 80,
  /** Start of an instance. */
  msPerColdStart: 2_000,
  /** An instance without work is kept for up to about 15 minutes, so that each function starts at most this often a day. */
  coldStartsPerDay: 96,
  /** Firestore's indexes, names and padding against the JSON of the documents. */
  storedPerJsonByte: 3,
  /** For how many months documents and files have piled up. */
  monthsKept: 12,
  /** The built mini-app and its last versions. */
  hostingGb: 0.1,
} as const;

/** What functions/index.ts and firebase-tools give every function. */
export const INSTANCE = { vcpu: 1, gib: 0.5 } as const;
/** Of functions/secrets.ts: how many there are, and how many each function is given. */
export const SECRETS = { all: 5, webhook: 4, api: 2, cases: 3, everyMinute: 3, outbox: 3 } as const;
/** Jobs of Cloud Scheduler: one, for `everyMinute`. */
export const SCHEDULER_JOBS = 1;
/** Bytes of the mini-app that a phone without anything kept loads for its first screen and one more: liff/check-sizes.ts. */
export const MINI_APP_BYTES = (36 + 4 + 4 + 14) * 1024;

export const WORKING_DAYS = 22;
export const OTHER_DAYS = 8;

/** Of a thousand webhooks outside complaints: chatter in groups, questions for the budget, answers in guided chats. */
export const WEBHOOK_MIX = { talkInGroup: 850, askForBudget: 100, guidedAnswer: 50 } as const;

/** How often each thing happens in a month. */
export interface ExampleMonth {
  readonly name: string;
  readonly webhooks: number;
  readonly times: Readonly<
    Record<Exclude<FlowName, keyof typeof WEBHOOK_MIX | 'workingDay' | 'weekendDay'>, number>
  >;
  /** Offices like this one, a project each, on one billing account. */
  readonly projects: number;
}

/** Invented offices; no figure of a real one. */
export const EXAMPLE_MONTHS: readonly ExampleMonth[] = [
  {
    name: 'a quiet อบต.',
    webhooks: 2_000,
    times: { postNotice: 4, sendWorkbook: 1, wholeComplaint: 3, lookAtCase: 10, reportMeasure: 12 },
    projects: 1,
  },
  {
    name: 'a busy เทศบาล',
    webhooks: 60_000,
    times: { postNotice: 40, sendWorkbook: 5, wholeComplaint: 60, lookAtCase: 600, reportMeasure: 150 },
    projects: 1,
  },
  {
    name: 'a province: 50 offices, 50 projects, one billing account',
    webhooks: 5_000,
    times: { postNotice: 8, sendWorkbook: 2, wholeComplaint: 6, lookAtCase: 30, reportMeasure: 20 },
    projects: 50,
  },
];
