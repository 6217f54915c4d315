import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });

const storeSchema = z.object({
  DATA_DIR: z.string().min(1).default('./data'),
  STORE: z.enum(['embedded', 'firestore']).default('embedded'),
  GOOGLE_CLOUD_PROJECT: z.string().optional(),
  FIRESTORE_EMULATOR_HOST: z.string().optional(),
});

const schema = storeSchema.extend({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: url.optional(),
  LINE_CHANNEL_SECRET: z.string().min(1),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1),
  LINE_LOGIN_CHANNEL_ID: z.string().optional(),
  LIFF_ID: z.string().optional(),
  LINE_API_URL: url.default('https://api.line.me'),
  LINE_DATA_API_URL: url.default('https://api-data.line.me'),
  STORAGE_BUCKET: z.string().optional(),
});

export type Settings = z.infer<typeof schema>;

/** The part of the settings that says where an office keeps its records and its keys: all that a command without LINE needs. */
export type StoreSettings = z.infer<typeof storeSchema>;

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

type Environment = Readonly<Record<string, string | undefined>>;
type Read<T> = { readonly settings: T } | { readonly problems: readonly string[] };

/** Reads the environment. On a problem: every line that is wrong, with where to find what it needs. */
export function readSettings(environment: Environment): Read<Settings> {
  return readBy(schema, environment);
}

/** Reads the settings of the store alone, so that a command that never calls LINE asks for none of LINE's secrets. */
export function readStoreSettings(environment: Environment): Read<StoreSettings> {
  return readBy(storeSchema, environment);
}

function readBy<T extends StoreSettings>(what: z.ZodType<T>, environment: Environment): Read<T> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = what.safeParse(given);
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
