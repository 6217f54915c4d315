import type { GoogleProject, Told } from './google-project.ts';
import { readKeyLines } from './local-secrets.ts';
import { KEY_SECRETS, KEYRING, type KeptSecrets, LINE_SECRETS, type SecretName } from './secret-plan.ts';

const KEY_BYTES = 32;

/** What Secret Manager keeps, or which secret could not be read. */
export type ReadKept =
  | { readonly kind: 'read'; readonly kept: KeptSecrets }
  | {
      readonly kind: 'failed';
      readonly name: SecretName;
      readonly told: Extract<Told<never>, { kind: 'failed' }>;
    }
  /** The newest version holds no key. It is left alone: an older one may be right. */
  | { readonly kind: 'damaged'; readonly name: SecretName };

/** Reads all five secrets. */
export async function readKeptSecrets(google: GoogleProject): Promise<ReadKept> {
  const values: Partial<Record<SecretName, Buffer>> = {};
  for (const name of [...LINE_SECRETS, ...KEY_SECRETS, KEYRING] as const) {
    const told = await google.secret(name);
    if (told.kind === 'failed') return { kind: 'failed', name, told };
    if (told.kind === 'told') values[name] = told.value;
  }
  for (const name of KEY_SECRETS) {
    const text = values[name];
    if (!text) continue;
    const key = Buffer.from(text.toString('utf8').trim(), 'base64url');
    if (key.length !== KEY_BYTES) return { kind: 'damaged', name };
    values[name] = key;
  }
  const text = values[KEYRING];
  const keyring = text && (await readKeyLines(text));
  if (text && !keyring) return { kind: 'damaged', name: KEYRING };
  const { LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, CONVERSATION_KEY, RECEIPT_KEY } = values;
  return {
    kind: 'read',
    kept: {
      line: { LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN },
      keys: { CONVERSATION_KEY, RECEIPT_KEY },
      keyring,
    },
  };
}
