import type { SendResult } from './line.ts';

const MONTH_LIMIT_MESSAGE = 'You have reached your monthly limit.';

/**
 * What LINE's answer to a reply or push means. Status 0 stands for no answer at all. The two meanings of 429 differ only in
 * their text (Messaging API reference, "Rate limits" and "Monthly limit").
 */
export function sendResult({ status, body }: { readonly status: number; readonly body: string }): SendResult {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 409) return { kind: 'sent-before' };
  if (status === 429)
    return {
      kind: body.includes(MONTH_LIMIT_MESSAGE) ? 'month-limit' : 'rate-limited',
    };
  if (status >= 400 && status < 500) return { kind: 'refused', status, reason: reasonOf(body) };
  return { kind: 'unknown' };
}

/** LINE's own sentence, which never quotes a message. */
function reasonOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed && typeof parsed === 'object' && 'message' in parsed)
      return String(parsed.message).slice(0, 200);
  } catch {
    // Not LINE's JSON: a proxy answered.
  }
  return 'no reason given';
}
