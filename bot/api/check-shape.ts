import type { z } from 'zod';
import { ApiError } from './api-error.ts';

const THAI = /[\u0e00-\u0e7f]/;

/**
 * What was sent, as the schema reads it. Throws ApiError `bad-input` with the first field that is wrong and, where the schema
 * says it in Thai, with its own sentence. Never quotes the value.
 */
export function checkShape(schema: z.ZodType, given: unknown): unknown {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  throw new ApiError('bad-input', {
    ...(issue && THAI.test(issue.message) ? { sentence: issue.message } : {}),
    ...(field === '' ? {} : { field }),
  });
}
