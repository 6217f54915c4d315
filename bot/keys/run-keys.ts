import { SealingError } from '../sealing/sealing-error.ts';
import { checkKeys } from './check.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { makeKey } from './make.ts';
import { restoreKey } from './restore.ts';
import { rotateKey } from './rotate.ts';
import { splitKey } from './split.ts';
import { keysText as t } from './text.ts';

type ReadText = () => Promise<string>;

const COMMANDS = {
  make: makeKey,
  split: splitKey,
  restore: async (deps: KeysDeps, readText: ReadText) => restoreKey(deps, await readText()),
  rotate: rotateKey,
  check: checkKeys,
} as const satisfies Readonly<Record<string, (deps: KeysDeps, readText: ReadText) => Promise<KeysReport>>>;

/** Whether the word is a keys command. */
export function isKeysCommand(word: string): word is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, word);
}

/**
 * Runs one keys command. `readText` gives the text of the shares and is asked by `restore` only. A damaged key file is
 * reported; what the disk or the store throws passes through.
 */
export async function runKeys(command: string, deps: KeysDeps, readText: ReadText): Promise<KeysReport> {
  if (!isKeysCommand(command)) return { ok: false, lines: t.usage };
  try {
    return await COMMANDS[command](deps, readText);
  } catch (error) {
    if (error instanceof SealingError) return { ok: false, lines: [t.someFileDamaged] };
    throw error;
  }
}
