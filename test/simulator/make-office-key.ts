import { spawnSync } from 'node:child_process';
import { nodeScript } from './node-script.ts';
import type { TestOffice } from './office.ts';

/** Runs `npm run keys make` for an office, the way its own admin does. */
export async function makeOfficeKey(office: TestOffice): Promise<void> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeScript('keys'), 'make'], {
    env: { ...process.env, ...office.host.environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`keys make: ${stdout}${stderr}`);
  await office.host.sendKeys();
}
