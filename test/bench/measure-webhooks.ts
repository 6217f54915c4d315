import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { inbox } from '../../bot/webhook/records.ts';
import { benchLimits, targets } from './bench-limits.ts';
import type { Figure } from './figure.ts';
import { inTempFolder } from './in-temp-folder.ts';
import { startLineStub } from './line-stub.ts';
import { type LoadResult, putLoad, type WebhookKind } from './load-order.ts';
import { median } from './median.ts';
import { type StartedServer, startServer } from './start-server.ts';

/** Answers still on their way when the load ends are given within this time. */
const DRAIN_LIMIT_MS = 60_000;
const NAMES = { taken: 'durable, no answer', answered: '1:1, answered' } as const;

/** Durable webhooks per second and their p99, beside an echo that keeps nothing, in turn. */
export async function measureWebhooks(): Promise<readonly Figure[]> {
  return inTempFolder(async (folder) => {
    const line = await startLineStub();
    const dirs = { program: join(folder, 'program'), bare: join(folder, 'bare'), echo: join(folder, 'echo') };
    for (const dir of Object.values(dirs)) await mkdir(dir);
    const program = await startServer('bot/main.ts', dirs.program, line.url);
    const bare = await startServer('test/bench/baseline.ts', dirs.bare, line.url);
    const echo = await startServer('test/bench/baseline.ts', dirs.echo, line.url, { ECHO: '1' });
    let taken = 0;
    const figures: Figure[] = [];
    try {
      for (const kind of ['taken', 'answered'] as const) {
        for (const server of [bare, echo, program]) {
          const warmUp = await putLoad({ url: server.url, kind, seconds: benchLimits.warmUpSeconds });
          if (server === program) taken += warmUp.taken;
        }
        const rounds = { program: [] as LoadResult[], bare: [] as LoadResult[], echo: [] as LoadResult[] };
        let drainMs = 0;
        for (let round = 0; round < benchLimits.rounds; round += 1) {
          rounds.bare.push(await putLoad({ url: bare.url, kind }));
          if (kind === 'answered') rounds.echo.push(await putLoad({ url: echo.url, kind }));
          const result = await putLoad({ url: program.url, kind });
          taken += result.taken;
          rounds.program.push(result);
          drainMs = Math.max(drainMs, await drained(line));
        }
        figures.push(...figuresOf(kind, rounds));
        if (kind === 'answered') {
          figures.push({
            id: 'drain',
            name: 'answers still under way after the load',
            value: drainMs,
            unit: 'ms',
          });
        }
      }
    } finally {
      await Promise.all([program, bare, echo].map((server: StartedServer) => server.stop()));
      await line.close();
    }
    await checkDurable(dirs.program, taken);
    return figures;
  });
}

function figuresOf(
  kind: WebhookKind,
  { program, bare, echo }: Readonly<Record<'program' | 'bare' | 'echo', readonly LoadResult[]>>,
): readonly Figure[] {
  const rate = (results: readonly LoadResult[]) => median(results.map(({ perSecond }) => perSecond));
  const p99 = (results: readonly LoadResult[]) => median(results.map(({ p99Ms }) => p99Ms));
  /** Only like is judged by like: an echo that answers nobody is no measure for a program that does. */
  const against = (
    other: readonly LoadResult[],
    id: string,
    name: string,
    isAlike: boolean,
  ): readonly Figure[] => [
    { id: `${kind}-${id}-per-second`, name: `  ${name}`, value: rate(other), unit: '/s' },
    { id: `${kind}-${id}-p99`, name: `  ${name}, p99`, value: p99(other), unit: 'ms' },
    {
      id: `${kind}-to-${id}`,
      name: `  ratio to ${name}`,
      value: rate(program) / rate(other),
      unit: '×',
      ...(isAlike ? { target: { atLeast: targets.throughputRatioLeast } } : {}),
    },
    {
      id: `${kind}-p99-to-${id}`,
      name: `  ratio of p99 to ${name}`,
      value: p99(program) / p99(other),
      unit: '×',
      ...(isAlike ? { target: { atMost: targets.p99RatioMost } } : {}),
    },
  ];
  return [
    { id: `${kind}-per-second`, name: `webhooks, ${NAMES[kind]}`, value: rate(program), unit: '/s' },
    { id: `${kind}-p99`, name: `webhooks, ${NAMES[kind]}, p99`, value: p99(program), unit: 'ms' },
    ...against(bare, 'bare', 'bare Express + LINE middleware', kind === 'taken'),
    ...(echo.length > 0 ? against(echo, 'echo', 'the same, answering', true) : []),
  ];
}

/** Waits until no more answers arrive; how long that took. */
async function drained(line: { readonly replies: number }): Promise<number> {
  const startedAt = performance.now();
  let [before, quietSince] = [line.replies, startedAt];
  while (performance.now() - startedAt < DRAIN_LIMIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (line.replies !== before) [before, quietSince] = [line.replies, performance.now()];
    else if (performance.now() - quietSince > 500) break;
  }
  return quietSince - startedAt;
}

/** Every webhook that was answered with 200 must be in the store, once. @throws when one is not. */
async function checkDurable(dataDir: string, taken: number): Promise<void> {
  const store = await openEmbeddedStore({ path: join(dataDir, 'office.db') });
  const kept = await store.count({ collection: inbox });
  await store.close();
  // Those whose answer was cut off at the end of a round are kept as well.
  if (kept < taken) throw new Error(`${taken} webhooks were answered, ${kept} are durable`);
}
