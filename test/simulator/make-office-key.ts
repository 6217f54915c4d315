import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestOffice } from './office.ts';

const KEYS = fileURLToPath(new URL('../../bot/keys/main.ts', import.meta.url));

/** Runs `npm run keys make` for an office, the way its own admin does. */
export async function makeOfficeKey(office: TestOffice): Promise<void> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', KEYS, 'make'], {
    env: { ...process.env, ...office.host.environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`keys make: ${stdout}${stderr}`);
  await office.host.sendKeys();
}
