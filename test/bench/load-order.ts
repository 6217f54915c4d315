import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { benchLimits } from './bench-limits.ts';

const run = promisify(execFile);
const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url));

/** `taken`: a durable event without an answer. `answered`: a 1:1 message with one. */
export type WebhookKind = 'taken' | 'answered';

export interface LoadOrder {
  readonly url: string;
  readonly kind: WebhookKind;
  readonly connections: number;
  readonly seconds: number;
  /** Webhooks in all, instead of a time. */
  readonly amount?: number;
}

export interface LoadResult {
  readonly taken: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Puts load on a server from a process of its own. Rejects when a webhook was not answered with 200: the figures would lie. */
export async function putLoad(
  order: Omit<LoadOrder, 'connections' | 'seconds'> & { readonly seconds?: number },
): Promise<LoadResult> {
  const { connections, roundSeconds } = benchLimits;
  const whole: LoadOrder = { seconds: roundSeconds, ...order, connections };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', LOAD, JSON.stringify(whole)]);
  const result = JSON.parse(stdout) as LoadResult;
  if (result.failed > 0) throw new Error(`${result.failed} webhooks failed`);
  return result;
}
