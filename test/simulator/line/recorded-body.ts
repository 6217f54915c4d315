import { simulatorLimits } from './simulator-limits.ts';

/** A body as the record keeps it: text as it is up to a limit, anything else by its size only. */
export function recordedBody(body: Buffer): string {
  if (body.includes(0)) return `<${body.length} bytes>`;
  return body.toString('utf8').slice(0, simulatorLimits.recordedBodyCharsMax);
}
