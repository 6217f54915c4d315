import { generateHpkeBytes } from '../sealing/hpke.ts';
import {
  NEXT_KEY,
  OFFICE_KEY,
  type OfficeKeyFile,
  promoteNextKey,
  readOfficeKey,
  retiredKeyName,
  writeOfficeKey,
} from '../sealing/opening/office-key-file.ts';
import { fingerprintOf } from '../sealing/public-key.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import { commitKeys } from './commit-keys.ts';
import { currentOf } from './current-of.ts';
import { recordKey } from './key-outcomes.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { keysText as t } from './text.ts';

/**
 * `rotate`: a new key for new complaints; the old one is kept in a file of its own, because cases are read with it
 * until they are wrapped anew. Four steps, each safe to stop after: keep the old key, write the next one, put it on
 * record, put it in the place of the one in use. Run again it goes on where it stopped; at no moment is a private key
 * in no file.
 */
export async function rotateKey(deps: KeysDeps): Promise<KeysReport> {
  const { dataDir } = deps;
  const current = currentOf(await allSealingKeys(deps.store));
  const inUse = await readOfficeKey(dataDir, OFFICE_KEY);
  const started = await readOfficeKey(dataDir, NEXT_KEY);
  if (!inUse || !current) return { ok: false, lines: [current ? t.fileLost : t.noKeyYet] };
  if (!(await keepOld(dataDir, inUse))) return { ok: false, lines: [t.retiredDiffers] };
  if (started && current.keyId === started.key.keyId) return finish(dataDir, started);
  if (current.keyId !== inUse.key.keyId) return { ok: false, lines: [t.otherKeyOnRecord] };

  const next = started ?? (await makeNext(dataDir));
  if (!next) return { ok: false, lines: [t.tryAgain] };
  const isRecorded = await commitKeys(deps, (records, nowMs) => {
    const before = currentOf(records);
    return before?.keyId === inUse.key.keyId ? recordKey(next.key, before, nowMs) : undefined;
  });
  if (!isRecorded) return { ok: false, lines: [t.otherKeyOnRecord] };
  return finish(dataDir, next);
}

/** Writes the old key to a file of its own. True when it is there afterwards, read back and compared. */
async function keepOld(dataDir: string, old: OfficeKeyFile): Promise<boolean> {
  const name = retiredKeyName(old.key.keyId);
  writeOfficeKey(dataDir, name, old.privateBytes);
  const kept = await readOfficeKey(dataDir, name);
  return kept?.privateBytes.equals(old.privateBytes) ?? false;
}

async function makeNext(dataDir: string): Promise<OfficeKeyFile | undefined> {
  const { privateBytes } = await generateHpkeBytes();
  const isWritten = writeOfficeKey(dataDir, NEXT_KEY, privateBytes);
  privateBytes.fill(0);
  return isWritten ? readOfficeKey(dataDir, NEXT_KEY) : undefined;
}

function finish(dataDir: string, next: OfficeKeyFile): KeysReport {
  promoteNextKey(dataDir);
  return { ok: true, lines: [t.rotated, ...t.fingerprint(fingerprintOf(next.key)), t.nowSplit] };
}
