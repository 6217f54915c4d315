import { generateHpkeBytes } from '../sealing/hpke.ts';
import { OFFICE_KEY, readOfficeKey, writeOfficeKey } from '../sealing/opening/office-key-file.ts';
import { fingerprintOf } from '../sealing/public-key.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import { commitKeys } from './commit-keys.ts';
import { currentOf } from './current-of.ts';
import { recordKey } from './key-outcomes.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { keysText as t } from './text.ts';

/**
 * `make`: the office's first key pair. The private half goes to DATA_DIR/keys/office.key (0600, never overwritten)
 * before the public half goes on record, so a crash in between leaves a key without complaints and never the reverse;
 * `make` again then finishes. Refuses when the office has a key in either place that does not fit.
 */
export async function makeKey(deps: KeysDeps): Promise<KeysReport> {
  const current = currentOf(await allSealingKeys(deps.store));
  const there = await readOfficeKey(deps.dataDir, OFFICE_KEY);
  if (there && current?.keyId === there.key.keyId) {
    return { ok: false, lines: [t.alreadyMade, ...t.fingerprint(fingerprintOf(there.key))] };
  }
  if (there && current) return { ok: false, lines: [t.otherKeyOnRecord] };
  if (current) return { ok: false, lines: [t.fileLost] };
  if (!there) {
    const { privateBytes } = await generateHpkeBytes();
    const isWritten = writeOfficeKey(deps.dataDir, OFFICE_KEY, privateBytes);
    privateBytes.fill(0);
    if (!isWritten) return { ok: false, lines: [t.tryAgain] };
  }
  const made = await readOfficeKey(deps.dataDir, OFFICE_KEY);
  if (!made) return { ok: false, lines: [t.tryAgain] };
  const isRecorded = await commitKeys(deps, (records, nowMs) =>
    currentOf(records) ? undefined : recordKey(made.key, undefined, nowMs),
  );
  if (!isRecorded) return { ok: false, lines: [t.otherKeyOnRecord] };
  return { ok: true, lines: [t.made, ...t.fingerprint(fingerprintOf(made.key)), t.nowSplit] };
}
