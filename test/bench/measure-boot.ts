import { benchLimits, targets } from './bench-limits.ts';
import type { Figure } from './figure.ts';
import { inTempFolder } from './in-temp-folder.ts';
import { median } from './median.ts';
import { startServer } from './start-server.ts';

/** From the start of the process to its first 200, with a new data folder each time. */
export async function measureBoot(): Promise<readonly Figure[]> {
  const boots: number[] = [];
  for (let n = 0; n < benchLimits.boots; n += 1) {
    await inTempFolder(async (folder) => {
      const server = await startServer('bot/main.ts', folder, 'http://127.0.0.1:9');
      boots.push(server.bootMs);
      await server.stop();
    });
  }
  const target = { atMost: targets.bootMsMost };
  return [{ id: 'boot', name: 'boot to first 200', value: median(boots), unit: 'ms', target }];
}
