import { join } from 'node:path';
import { loadReceiptSecrets, RECEIPT_KEY } from '../../bot/complaints/receipt/receipt-secrets.ts';
import { loadOfficeKeys } from '../../bot/office-keys.ts';
import { keyFolder, readKeyFile } from '../../bot/sealing/key-file.ts';
import { keyringOf, officeKeyNames } from '../../bot/sealing/opening/office-key-file.ts';
import type { DeploySettings } from './deploy-settings.ts';
import type { KeyLine, KeySecret, LocalSecrets } from './secret-plan.ts';

const KEY_BYTES = 32;
const FILES: Readonly<Record<KeySecret, string>> = {
  CONVERSATION_KEY: 'conversation.key',
  RECEIPT_KEY,
};

/** A key file that holds no key. `file` is its name. */
export class DamagedKeyFile extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`damaged key file ${file}`);
    this.name = 'DamagedKeyFile';
    this.file = file;
  }
}

/** The secrets of this machine: the channel's from the settings, the keys from `DATA_DIR/keys`. @throws DamagedKeyFile */
export async function readLocalSecrets(settings: DeploySettings): Promise<LocalSecrets> {
  const { DATA_DIR: dataDir, LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN } = settings;
  const keyring: KeyLine[] = [];
  for (const name of officeKeyNames(dataDir).toSorted()) {
    const lines = await readKeyLines(readKeyFile(join(keyFolder(dataDir), name)) ?? Buffer.alloc(0));
    if (lines?.length !== 1) throw new DamagedKeyFile(name);
    keyring.push(...lines);
  }
  return {
    line: {
      LINE_CHANNEL_SECRET: Buffer.from(LINE_CHANNEL_SECRET),
      LINE_CHANNEL_ACCESS_TOKEN: Buffer.from(LINE_CHANNEL_ACCESS_TOKEN),
    },
    keys: {
      CONVERSATION_KEY: readLocalKey(dataDir, 'CONVERSATION_KEY'),
      RECEIPT_KEY: readLocalKey(dataDir, 'RECEIPT_KEY'),
    },
    keyring,
  };
}

/** One key of `DATA_DIR/keys`; undefined when there is no file. @throws DamagedKeyFile when it is not 32 bytes. */
export function readLocalKey(dataDir: string, name: KeySecret): Buffer | undefined {
  const key = readKeyFile(join(keyFolder(dataDir), FILES[name]));
  if (key && key.length !== KEY_BYTES) throw new DamagedKeyFile(FILES[name]);
  return key;
}

/** Makes a key in `DATA_DIR/keys` as the program does at its first start: the office's own copy of what Google will keep. */
export function makeLocalKey(dataDir: string, name: KeySecret): Buffer {
  if (name === 'CONVERSATION_KEY') loadOfficeKeys(dataDir);
  else loadReceiptSecrets(dataDir);
  const made = readLocalKey(dataDir, name);
  if (!made) throw new DamagedKeyFile(FILES[name]);
  return made;
}

/** The keys in the text of a keyring; undefined when a line holds none. */
export async function readKeyLines(text: Buffer): Promise<readonly KeyLine[] | undefined> {
  const lines = text
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  try {
    const read = await Promise.all(lines.map((line) => keyringOf(line)));
    return read.flatMap((keys, at) => keys.map(({ keyId }) => ({ keyId, line: lines[at] ?? '' })));
  } catch {
    return undefined;
  }
}
