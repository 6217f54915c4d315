import { benchLimits, targets } from './bench-limits.ts';
import type { Figure } from './figure.ts';
import { inTempFolder } from './in-temp-folder.ts';
import { startLineStub } from './line-stub.ts';
import { putLoad } from './load-order.ts';
import { startServer } from './start-server.ts';

/** Resident memory after many events, and its peak on the way. */
export async function measureMemory(): Promise<readonly Figure[]> {
  return inTempFolder(async (folder) => {
    const line = await startLineStub();
    const server = await startServer('bot/main.ts', folder, line.url);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, server.rssMb());
    }, 1_000);
    try {
      const half = benchLimits.memoryEvents / 2;
      await putLoad({ url: server.url, kind: 'taken', amount: half });
      await putLoad({ url: server.url, kind: 'answered', amount: half });
      const after = server.rssMb();
      const name = `memory after ${benchLimits.memoryEvents} events`;
      return [
        { id: 'rss', name, value: after, unit: 'MB', target: { atMost: targets.rssMbMost } },
        { id: 'rss-peak', name: 'memory, highest on the way', value: Math.max(peak, after), unit: 'MB' },
      ];
    } finally {
      clearInterval(watch);
      await server.stop();
      await line.close();
    }
  });
}
