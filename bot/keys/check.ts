import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keyFolder } from '../sealing/key-file.ts';
import {
  NEXT_KEY,
  OFFICE_KEY,
  type OfficeKeyFile,
  readOfficeKey,
  retiredKeyName,
} from '../sealing/opening/office-key-file.ts';
import { open } from '../sealing/opening/open.ts';
import { fingerprintOf } from '../sealing/public-key.ts';
import { allSealingKeys } from '../sealing/read-sealing-keys.ts';
import type { SealingKey } from '../sealing/records.ts';
import { seal } from '../sealing/seal.ts';
import { currentOf } from './current-of.ts';
import type { KeysDeps, KeysReport } from './keys-deps.ts';
import { keysText as t } from './text.ts';

/** Rights of the group and of all others. */
const OTHERS_RIGHTS = 0o077;
const DRILL_BYTES = 1000;
const DRILL_CONTEXT = 'keys/drill';

/** One finding: `bad` must be put right, `warn` should. */
interface Finding {
  readonly level: 'good' | 'warn' | 'bad';
  readonly text: string;
}

/**
 * `check`: whether complaints that come in now could be read. The key file is there, whole, closed to other accounts
 * and the one on record; a drill seals to the key on record and opens with the file. Changes nothing.
 */
export async function checkKeys(deps: KeysDeps): Promise<KeysReport> {
  const records = await allSealingKeys(deps.store);
  const current = currentOf(records);
  const file = await readSafely(deps.dataDir, OFFICE_KEY);
  const findings = [
    ...checkPresence(file, current),
    ...checkModes(deps.dataDir),
    ...(await drill(file, current)),
    ...(await checkOthers(deps.dataDir, records)),
  ];
  const signs = { good: '✓', warn: '!', bad: '✗' };
  const lines = findings.map(({ level, text }) => `${signs[level]} ${text}`);
  const ok = findings.every(({ level }) => level !== 'bad');
  const fingerprint = current && ok ? t.fingerprint(fingerprintOf(current)) : [];
  return { ok, lines: [...lines, ...fingerprint, ok ? t.allWell : t.notWell] };
}

/** The file, undefined when it is missing, `damaged` when it holds no key. */
function readSafely(dataDir: string, name: string): Promise<OfficeKeyFile | undefined | 'damaged'> {
  return readOfficeKey(dataDir, name).catch(() => 'damaged' as const);
}

function checkPresence(
  file: OfficeKeyFile | undefined | 'damaged',
  current: SealingKey | undefined,
): readonly Finding[] {
  if (file === 'damaged') return [{ level: 'bad', text: t.fileDamaged(OFFICE_KEY) }];
  if (!file) return [{ level: 'bad', text: current ? t.fileLost : t.noKeyYet }];
  if (current?.keyId !== file.key.keyId) {
    return [{ level: 'bad', text: current ? t.otherKeyOnRecord : t.notOnRecord }];
  }
  return [{ level: 'good', text: t.keyFits }];
}

/** Windows knows no such rights: there the folder's owner has to see to it. */
function checkModes(dataDir: string): readonly Finding[] {
  const folder = keyFolder(dataDir);
  if (process.platform === 'win32' || !existsSync(folder)) return [];
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  const open = paths.filter((path) => (statSync(path).mode & OTHERS_RIGHTS) !== 0);
  if (open.length === 0) return [{ level: 'good', text: t.modesRight }];
  return open.map((path) => ({ level: 'bad', text: t.modeOpen(path, statSync(path).isDirectory()) }));
}

async function drill(
  file: OfficeKeyFile | undefined | 'damaged',
  current: SealingKey | undefined,
): Promise<readonly Finding[]> {
  if (!current || !file || file === 'damaged') return [];
  const secret = randomBytes(DRILL_BYTES);
  try {
    const opened = await open(file.key, await seal(current, secret, DRILL_CONTEXT), DRILL_CONTEXT);
    if (opened.equals(secret)) return [{ level: 'good', text: t.drillPassed }];
  } catch {
    // Why it failed is said by the other findings; what matters is that it did.
  }
  return [{ level: 'bad', text: t.drillFailed }];
}

/** What is not wrong now but will be missed one day: shares, old keys, a rotation that stopped half-way. */
async function checkOthers(dataDir: string, records: readonly SealingKey[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const current = currentOf(records);
  if (current && current.sharesMadeAtMs === undefined) findings.push({ level: 'warn', text: t.noShares });
  if (await readSafely(dataDir, NEXT_KEY)) findings.push({ level: 'warn', text: t.rotationStopped });
  for (const { keyId, status } of records) {
    if (status !== 'retired') continue;
    const kept = await readSafely(dataDir, retiredKeyName(keyId));
    if (!kept || kept === 'damaged') findings.push({ level: 'warn', text: t.oldKeyMissing(keyId) });
  }
  return findings;
}
