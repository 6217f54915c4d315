import type { z } from 'zod';
import type { Member } from '../people/records.ts';
import type { Allowed, FileAnswer } from './route.ts';

/** Who a file is made for: looked up when the ticket is used, not when it was made. */
export interface DownloadCall {
  readonly userId: string;
  readonly member: Member;
  readonly nowMs: number;
}

/** A kind of file that can be had with a ticket. A feature makes it with {@link downloadable}; `createMiniApp` lists it. */
export interface Downloadable {
  /** Names it in `POST /downloads`; lower case with hyphens. */
  readonly kind: string;
  readonly allowed: Allowed;
  readonly input: z.ZodType;
  make(input: unknown, call: DownloadCall): Promise<FileAnswer>;
}

/**
 * A kind of file. `allowed` is checked, and `input` read, when the ticket is made; both again when it is used, just before
 * `make`, which gives the bytes and throws ApiError. What `input` holds must be JSON and may name ids, never carry content.
 */
export function downloadable<Input>(kind: {
  readonly kind: string;
  readonly allowed: Allowed;
  readonly input: z.ZodType<Input>;
  readonly make: (input: Input, call: DownloadCall) => Promise<FileAnswer>;
}): Downloadable {
  // Whoever calls `make` has read the input with the schema above.
  return { ...kind, make: (input, call) => kind.make(input as Input, call) };
}
