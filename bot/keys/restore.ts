import { combine } from 'shamir-secret-sharing';
import {
  OFFICE_KEY,
  readOfficeKey,
  retiredKeyName,
  writeOfficeKey,
} from '../sealing/opening/office-key-file.ts';
import { importPrivateKey, type PrivateKey } from '../sealing/opening/private-key.ts';
import { fingerprintOf } from '../sealing/public-key.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import { commitKeys } from './commit-keys.ts';
import { noteRestored } from './key-outcomes.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { readShares, SHARES_NEEDED, type Share } from './share-text.ts';
import { keysText as t } from './text.ts';

/**
 * `restore`: makes the key file again from the text of two shares. The key in use goes to office.key, an old one to its
 * own file; a key that the office never had on record is refused, and no file that is there is overwritten.
 */
export async function restoreKey(deps: KeysDeps, text: string): Promise<KeysReport> {
  const read = readShares(text);
  if (read.kind === 'bad-line') return { ok: false, lines: [t.badLine(read.share, read.line)] };
  if (read.kind === 'bad-share') return { ok: false, lines: [t.badShare(read.share)] };
  const shares = [...new Map(read.shares.map((share) => [share.number, share])).values()];
  const [first, second] = shares;
  if (!first || !second) return { ok: false, lines: [t.twoShares(SHARES_NEEDED, shares.length)] };
  if (first.fingerprint !== second.fingerprint) return { ok: false, lines: [t.sharesOfOtherKeys] };

  const joined = await join(first, second);
  if (!joined) return { ok: false, lines: [t.sharesDoNotFit] };
  const { key, privateBytes } = joined;
  try {
    const record = (await allSealingKeys(deps.store)).find(({ keyId }) => keyId === key.keyId);
    if (!record) return { ok: false, lines: [t.unknownKey] };
    const name = record.status === 'current' ? OFFICE_KEY : retiredKeyName(key.keyId);
    if (!writeOfficeKey(deps.dataDir, name, privateBytes)) {
      const there = await readOfficeKey(deps.dataDir, name).catch(() => undefined);
      return {
        ok: false,
        lines: [there?.key.keyId === key.keyId ? t.restoredAlready : t.fileInTheWay(name)],
      };
    }
    await commitKeys(deps, () => noteRestored(key.keyId));
    return { ok: true, lines: [t.restored(name), ...t.fingerprint(fingerprintOf(key))] };
  } finally {
    privateBytes.fill(0);
  }
}

/** The key two shares make, if it is the one both name. Shares of two splits of one key make some other number. */
async function join(
  first: Share,
  second: Share,
): Promise<{ readonly key: PrivateKey; readonly privateBytes: Uint8Array } | undefined> {
  try {
    const privateBytes = await combine([first.bytes, second.bytes]);
    const key = await importPrivateKey(privateBytes);
    return fingerprintOf(key) === first.fingerprint ? { key, privateBytes } : undefined;
  } catch {
    return undefined;
  }
}
