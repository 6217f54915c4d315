import type { LineRequest } from '../api/line-http.ts';
import { SimError } from '../sim-error.ts';

/** A number of the query, 0 when it is not there; a 400 when it is no whole number of 0 or more. */
export function queryNumber(request: LineRequest, name: string): number {
  const value = Number(request.query[name] ?? 0);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new SimError(400, `${name} must be a whole number`);
}
