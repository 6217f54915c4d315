import { sameBytes } from './same-bytes.ts';

/** Names in Secret Manager, by what may become of their values. The functions bind them by these names (secrets.ts). */
export const LINE_SECRETS = ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'] as const;
export const KEY_SECRETS = ['CONVERSATION_KEY', 'RECEIPT_KEY'] as const;
export const KEYRING = 'OFFICE_KEYRING';
export type LineSecret = (typeof LINE_SECRETS)[number];
export type KeySecret = (typeof KEY_SECRETS)[number];
export type SecretName = LineSecret | KeySecret | typeof KEYRING;

/** One private key of the office: its id, and the line of the keyring that holds it. */
export interface KeyLine {
  readonly keyId: string;
  readonly line: string;
}

/** What this machine has. Undefined: no such file. */
export interface LocalSecrets {
  readonly line: Readonly<Record<LineSecret, Buffer>>;
  readonly keys: Readonly<Record<KeySecret, Buffer | undefined>>;
  readonly keyring: readonly KeyLine[];
}

/** What Secret Manager has. Undefined: no such secret, or no version of it. */
export interface KeptSecrets {
  readonly line: Readonly<Record<LineSecret, Buffer | undefined>>;
  readonly keys: Readonly<Record<KeySecret, Buffer | undefined>>;
  readonly keyring: readonly KeyLine[] | undefined;
}

/** What the office's store says of keys. */
export interface KeysInUse {
  /** Whether anything there was made with the key: then only that key will do. */
  readonly keys: Readonly<Record<KeySecret, boolean>>;
  /** The key that complaints are sealed to; undefined while the office takes none. */
  readonly sealingKeyId: string | undefined;
}

/** What becomes of one secret. */
export type SecretStep =
  | { readonly kind: 'right'; readonly name: SecretName; readonly isEmpty?: boolean }
  | {
      readonly kind: 'put';
      readonly name: SecretName;
      readonly value: Buffer;
      readonly isNew: boolean;
      /** A keyring without keys: something to bind, and nothing to open with. */
      readonly isEmpty?: boolean;
    }
  /** Neither place has the key, and nothing was made with one yet. */
  | { readonly kind: 'make'; readonly name: KeySecret }
  /** Another key than the one in use would lose what was made with it: every receipt, every open conversation, every case. */
  | { readonly kind: 'stop'; readonly name: SecretName; readonly why: 'differs' | 'lost' };

/** A keyring without keys. Secret Manager takes no empty value, and functions that bind a secret need one. */
const NO_KEYS = '\n';

/** A key as Secret Manager keeps it. */
export function keyAsSecret(key: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(key).toString('base64url'));
}

/** Decides of all five secrets. Nothing is decided that could take a key away which something still needs. */
export function planSecrets(local: LocalSecrets, kept: KeptSecrets, inUse: KeysInUse): readonly SecretStep[] {
  return [
    ...LINE_SECRETS.map((name) => putIfOther(name, local.line[name], kept.line[name])),
    ...KEY_SECRETS.map((name) => keyStep(name, local.keys[name], kept.keys[name], inUse.keys[name])),
    keyringStep(local.keyring, kept.keyring, inUse.sealingKeyId),
  ];
}

function putIfOther(name: SecretName, value: Buffer, kept: Buffer | undefined): SecretStep {
  if (kept && sameBytes(kept, value)) return { kind: 'right', name };
  return { kind: 'put', name, value, isNew: kept === undefined };
}

function keyStep(
  name: KeySecret,
  local: Buffer | undefined,
  kept: Buffer | undefined,
  isInUse: boolean,
): SecretStep {
  if (local && kept) {
    return sameBytes(local, kept) ? { kind: 'right', name } : { kind: 'stop', name, why: 'differs' };
  }
  if (kept) return { kind: 'right', name };
  if (local) return { kind: 'put', name, value: keyAsSecret(local), isNew: true };
  return isInUse ? { kind: 'stop', name, why: 'lost' } : { kind: 'make', name };
}

/** Keys are only ever added: a key that this machine no longer has may still be the only one to open an old case. */
function keyringStep(
  local: readonly KeyLine[],
  kept: readonly KeyLine[] | undefined,
  sealingKeyId: string | undefined,
): SecretStep {
  const all = new Map(kept?.map(({ keyId, line }) => [keyId, line]));
  const keptCount = all.size;
  for (const { keyId, line } of local) if (!all.has(keyId)) all.set(keyId, line);
  if (sealingKeyId !== undefined && !all.has(sealingKeyId)) {
    return { kind: 'stop', name: KEYRING, why: 'lost' };
  }
  const isEmpty = all.size === 0;
  if (kept && all.size === keptCount) return { kind: 'right', name: KEYRING, isEmpty };
  const lines = [...all.values()].map((line) => `${line}\n`).join('');
  return {
    kind: 'put',
    name: KEYRING,
    value: Buffer.from(lines || NO_KEYS),
    isNew: kept === undefined,
    isEmpty,
  };
}
