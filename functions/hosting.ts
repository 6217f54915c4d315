import { LIFF_HEADERS } from '../bot/api/liff-headers.ts';

const headersOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));
const region = 'asia-southeast1';
const to = (source: string, functionId: string) => ({ source, function: { functionId, region } });

/**
 * The `hosting` part of firebase.json. The folder that is sent holds the mini-app under `liff`. The first rewrite that fits
 * counts; a file that is there comes before all of them.
 */
export const HOSTING = {
  public: 'dist/hosting',
  headers: [
    { source: '/liff/**', headers: headersOf({ ...LIFF_HEADERS, 'Cache-Control': 'no-store' }) },
    // Names of built files carry a hash of their content.
    {
      source: '/liff/assets/**',
      headers: headersOf({ 'Cache-Control': 'public, max-age=31536000, immutable' }),
    },
  ],
  rewrites: [
    to('/webhook', 'webhook'),
    to('/api/cases', 'cases'),
    to('/api/cases/**', 'cases'),
    to('/api/downloads', 'cases'),
    to('/api/downloads/**', 'cases'),
    to('/api/**', 'api'),
    to('/liff/config.json', 'api'),
    to('/notice-files/**', 'api'),
    { source: '/liff/**', destination: '/liff/index.html' },
  ],
};

/** What firebase.json says. */
export const FIREBASE_JSON = {
  firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json', location: region },
  storage: { rules: 'storage.rules' },
  functions: [{ source: 'functions/dist', codebase: 'prongsai', runtime: 'nodejs22' }],
  hosting: HOSTING,
};
