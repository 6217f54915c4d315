import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  STORE: z.enum(['embedded', 'firestore']).default('embedded'),
  LINE_CHANNEL_SECRET: z.string().min(1),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1),
  LINE_LOGIN_CHANNEL_ID: z.string().optional(),
  LIFF_ID: z.string().optional(),
  LINE_API_URL: url.default('https://api.line.me'),
  LINE_DATA_API_URL: url.default('https://api-data.line.me'),
  GOOGLE_CLOUD_PROJECT: z.string().optional(),
  FIRESTORE_EMULATOR_HOST: z.string().optional(),
  STORAGE_BUCKET: z.string().optional(),
});

export type Settings = z.infer<typeof schema>;

/** Where a person finds what is missing. */
const WHERE: Readonly<Record<string, string>> = {
  LINE_LOGIN_CHANNEL_ID:
    'LINE Developers Console › LINE Login channel of the same provider › Basic settings › Channel ID',
  LIFF_ID: 'LINE Developers Console › LINE Login channel › LIFF › LIFF ID; endpoint URL: PUBLIC_URL/liff/',
  GOOGLE_CLOUD_PROJECT: 'Firebase Console › Project settings › Project ID',
  LINE_CHANNEL_SECRET: 'LINE Developers Console › Messaging API channel › Basic settings › Channel secret',
  LINE_CHANNEL_ACCESS_TOKEN:
    'LINE Developers Console › Messaging API channel › Messaging API › Channel access token (long-lived)',
};

/** Reads the environment. On a problem: every line that is wrong, with where to find what it needs. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  // Without it Google's library looks for a metadata server that only Google's machines have.
  if (read.success && read.data.STORE === 'firestore' && !read.data.GOOGLE_CLOUD_PROJECT) {
    return { problems: [`GOOGLE_CLOUD_PROJECT: missing (${WHERE['GOOGLE_CLOUD_PROJECT']})`] };
  }
  if (read.success) return { settings: read.data };
  return {
    problems: read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const missing = given[name] === undefined;
      return `${name}: ${missing ? 'missing' : issue.message}${WHERE[name] ? ` (${WHERE[name]})` : ''}`;
    }),
  };
}
