import { combine, split } from 'shamir-secret-sharing';
import { OFFICE_KEY, readOfficeKey } from '../sealing/opening/office-key-file.ts';
import { fingerprintOf } from '../sealing/public-key.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import { commitKeys } from './commit-keys.ts';
import { currentOf } from './current-of.ts';
import { noteShares } from './key-outcomes.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { SHARES, SHARES_NEEDED, writeShare } from './share-text.ts';
import { keysText as t } from './text.ts';

/**
 * `split`: three recovery shares of the key in use, of which any two make the key file again and one alone tells
 * nothing (Shamir 1979). Every pair is tried before a share is shown. Shares are printed and written nowhere; to make
 * new ones does not end the old ones.
 */
export async function splitKey(deps: KeysDeps): Promise<KeysReport> {
  const current = currentOf(await allSealingKeys(deps.store));
  const file = await readOfficeKey(deps.dataDir, OFFICE_KEY);
  if (!file) return { ok: false, lines: [current ? t.fileLost : t.noKeyYet] };
  if (current?.keyId !== file.key.keyId) return { ok: false, lines: [t.otherKeyOnRecord] };
  // The library takes plain byte arrays only.
  const shares = await split(new Uint8Array(file.privateBytes), SHARES, SHARES_NEEDED);
  for (const [index, share] of shares.entries()) {
    const other = shares[(index + 1) % SHARES] ?? share;
    if (!file.privateBytes.equals(await combine([share, other]))) return { ok: false, lines: [t.tryAgain] };
  }
  const isRecorded = await commitKeys(deps, (records, nowMs) => {
    const key = currentOf(records);
    return key?.keyId === file.key.keyId ? noteShares(key, nowMs) : undefined;
  });
  if (!isRecorded) return { ok: false, lines: [t.otherKeyOnRecord] };
  const fingerprint = fingerprintOf(file.key);
  const blocks = shares.flatMap((bytes, index) => [
    '',
    writeShare({ number: index + 1, fingerprint, bytes }),
  ]);
  file.privateBytes.fill(0);
  return { ok: true, lines: [t.splitHow, ...blocks] };
}
