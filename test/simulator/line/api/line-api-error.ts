import type { ErrorDetail } from '../validation/report.ts';
import { json, type LineResponse } from './line-http.ts';

/** A refusal as LINE words it ("Error responses"). */
export class LineApiError extends Error {
  readonly response: LineResponse;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'LineApiError';
    this.response = json(status, { message, ...more });
  }
}

/** Throws LINE's "The request body has X error(s)" when there are any. */
export function refuseIfWrong(details: readonly ErrorDetail[]): void {
  if (details.length === 0) return;
  throw new LineApiError(400, `The request body has ${details.length} error(s)`, { details });
}
