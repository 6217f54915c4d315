import { LineApiError } from './line-api-error.ts';
import type { LineRequest } from './line-http.ts';

/** "Status codes", 413: a request may have 2 MB. */
const JSON_BYTES_MAX = 2_000_000;

/** The JSON object of a request, or LINE's refusal: 413, 415 or 400. */
export function readJsonBody(request: LineRequest): Readonly<Record<string, unknown>> {
  if (request.body.length > JSON_BYTES_MAX) {
    throw new LineApiError(
      413,
      'Request exceeds the max size of 2MB. Make the request smaller than 2MB and try again.',
    );
  }
  const contentType = request.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(contentType)) {
    throw new LineApiError(415, `The content type, ${contentType}, is not supported`);
  }
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new LineApiError(400, 'The request body could not be parsed as JSON (line: -, column: -)');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new LineApiError(400, 'The request body could not be parsed as JSON (line: 1, column: 1)');
}
