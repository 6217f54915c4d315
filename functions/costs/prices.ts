/** What Google bills, a line of the monthly bill each. */
export const POSITIONS = [
  'firestoreReads',
  'firestoreWrites',
  'firestoreDeletes',
  'firestoreGib',
  'requests',
  'vcpuSeconds',
  'gibSeconds',
  'egressGib',
  'hostingGb',
  'hostingTransferGb',
  'storageGib',
  'storageWrites',
  'storageReads',
  'secretVersions',
  'secretAccesses',
  'schedulerJobs',
] as const;

export type Position = (typeof POSITIONS)[number];

/** What costs nothing. */
export interface FreeQuota {
  /** In the units of the position, for a month of 30 days; what is given by the day may not be saved up. */
  readonly amount: number;
  /** An office is a project; several projects of one province may share an account. */
  readonly each: 'project' | 'billing account';
  /** What a unit of it is worth where that is less than the price: Cloud Run gives its quota as money, at its cheaper regions' prices. */
  readonly worthUsd?: number;
}

export interface Price {
  /** What is billed, in the words of Google's price lists. */
  readonly label: string;
  /** Of `per` units. */
  readonly usd: number;
  readonly per: number;
  readonly free?: FreeQuota;
  /** Where to look whether it still holds. */
  readonly address: string;
  /**
   * `google`: on a page or in a program of Google's own. `other`: in a copy or a reckoning of somebody else's. `no`: taken from
   * somewhere near, and to be looked up before anybody relies on it.
   */
  readonly confirmed: 'google' | 'other' | 'no';
  /** When it was seen, and in what. */
  readonly seen: string;
}

/** Baht for a dollar. Round, on the careful side, and not looked up: put the day's rate here. */
export const BAHT_PER_USD = 35;

const DAYS = 30;
const FIRESTORE = 'https://cloud.google.com/firestore/pricing';
const RUN = 'https://cloud.google.com/run/pricing';
const STORAGE = 'https://cloud.google.com/storage/pricing';
const FIREBASE = 'https://firebase.google.com/pricing';
const TOKYO =
  'the price of Tokyo, as Google’s page had it on 2025-07-09; Singapore’s was in no copy that could be read';
const FIREBASE_TOOLS = 'lib/deploy/functions/pricing.js of firebase-tools 15.34.2, asia-southeast1 in tier 2';
const perDay = (amount: number): FreeQuota => ({ amount: amount * DAYS, each: 'project' });

/** Prices of the Blaze plan in asia-southeast1 (Singapore), in US dollars, before tax. Edit them here; everything else follows. */
export const PRICES: Readonly<Record<Position, Price>> = {
  firestoreReads: {
    label: 'Firestore, documents read',
    usd: 0.038,
    per: 100_000,
    free: perDay(50_000),
    address: FIRESTORE,
    confirmed: 'other',
    seen: `${TOKYO}; a Singapore project’s bill of September 2026 (61,554,365 reads beyond the quota, THB 747.26) agrees at 32 baht`,
  },
  firestoreWrites: {
    label: 'Firestore, documents written',
    usd: 0.115,
    per: 100_000,
    free: perDay(20_000),
    address: FIRESTORE,
    confirmed: 'no',
    seen: TOKYO,
  },
  firestoreDeletes: {
    label: 'Firestore, documents deleted',
    usd: 0.013,
    per: 100_000,
    free: perDay(20_000),
    address: FIRESTORE,
    confirmed: 'no',
    seen: TOKYO,
  },
  firestoreGib: {
    label: 'Firestore, GiB stored',
    usd: 0.115,
    per: 1,
    free: { amount: 1, each: 'project' },
    address: FIRESTORE,
    confirmed: 'no',
    seen: TOKYO,
  },
  requests: {
    label: 'Cloud Functions, invocations',
    usd: 0.4,
    per: 1_000_000,
    free: { amount: 2_000_000, each: 'billing account' },
    address: RUN,
    confirmed: 'google',
    seen: FIREBASE_TOOLS,
  },
  vcpuSeconds: {
    label: 'Cloud Functions, vCPU-seconds',
    usd: 0.0000336,
    per: 1,
    free: { amount: 180_000, each: 'billing account', worthUsd: 0.000024 },
    address: RUN,
    confirmed: 'google',
    seen: `${FIREBASE_TOOLS}; the quota as money at tier 1’s prices: ${RUN}, copy read 2026-11-21`,
  },
  gibSeconds: {
    label: 'Cloud Functions, GiB-seconds',
    usd: 0.0000035,
    per: 1,
    free: { amount: 360_000, each: 'billing account', worthUsd: 0.0000025 },
    address: RUN,
    confirmed: 'google',
    seen: FIREBASE_TOOLS,
  },
  egressGib: {
    label: 'Cloud Functions, GiB sent to LINE',
    usd: 0.12,
    per: 1,
    address: 'https://cloud.google.com/vpc/network-pricing',
    confirmed: 'other',
    seen: 'egresscost.com, April 2026; a bill of September 2026 has 4.3 to 4.6 baht a GiB for Firestore’s own transfer from Singapore',
  },
  hostingGb: {
    label: 'Hosting, GB stored',
    usd: 0.026,
    per: 1,
    free: { amount: 10, each: 'project' },
    address: FIREBASE,
    confirmed: 'other',
    seen: 'a transcript of Google’s page, May 2026',
  },
  hostingTransferGb: {
    label: 'Hosting, GB sent',
    usd: 0.15,
    per: 1,
    free: perDay(0.36),
    address: FIREBASE,
    confirmed: 'other',
    seen: 'a transcript of Google’s page, May 2026',
  },
  storageGib: {
    label: 'Cloud Storage, GiB stored',
    usd: 0.02,
    per: 1,
    address: STORAGE,
    confirmed: 'other',
    seen: 'somebody’s reading of Google’s billing catalogue in 2026. No free quota outside three regions of the United States: https://firebase.google.com/docs/storage/locations, copy read 2026-11-21',
  },
  storageWrites: {
    label: 'Cloud Storage, class A operations',
    usd: 0.005,
    per: 1_000,
    address: STORAGE,
    confirmed: 'google',
    seen: 'https://cloud.google.com/storage/pricing-examples, copy read 2026-11-21',
  },
  storageReads: {
    label: 'Cloud Storage, class B operations',
    usd: 0.0004,
    per: 1_000,
    address: STORAGE,
    confirmed: 'google',
    seen: 'https://cloud.google.com/storage/pricing-examples, copy read 2026-11-21',
  },
  secretVersions: {
    label: 'Secret Manager, active versions',
    usd: 0.06,
    per: 1,
    free: { amount: 6, each: 'billing account' },
    address: 'https://cloud.google.com/secret-manager/pricing',
    confirmed: 'google',
    seen: 'copy of that page read 2026-11-21',
  },
  secretAccesses: {
    label: 'Secret Manager, accesses',
    usd: 0.03,
    per: 10_000,
    free: { amount: 10_000, each: 'billing account' },
    address: 'https://cloud.google.com/secret-manager/pricing',
    confirmed: 'google',
    seen: 'copy of that page read 2026-11-21',
  },
  schedulerJobs: {
    label: 'Cloud Scheduler, jobs',
    usd: 0.1,
    per: 1,
    free: { amount: 3, each: 'billing account' },
    address: 'https://cloud.google.com/scheduler/pricing',
    confirmed: 'google',
    seen: 'copy of that page read 2026-11-21',
  },
};
