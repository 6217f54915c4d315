import { HTTPFetchError } from '@line/bot-sdk';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { withinTime } from '../within-time.ts';

/** What LINE answered. Status 0 stands for "no answer"; `value` is there when it took the call. */
export interface Answered<T> {
  readonly value?: T;
  readonly status: number;
  readonly body: string;
}

/** One call of the SDK, as its `…WithHttpInfo` methods make it. */
export type SdkCall<T> = () => Promise<{ readonly httpResponse: Response; readonly body: T }>;

class TimedOut extends Error {}

/** Makes what runs SDK calls: with a timeout and a log line each, and errors as data. The result never rejects. */
export function createCallLine(options: {
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs: number;
}): <T>(endpoint: string, run: SdkCall<T>) => Promise<Answered<T>> {
  return async <T>(endpoint: string, run: SdkCall<T>) => {
    const startedAt = options.clock.now();
    let answered: Answered<T>;
    let requestId = '';
    try {
      const { httpResponse, body } = await withinTime(
        run(),
        options.timeoutMs,
        () => new TimedOut('LINE did not answer in time'),
      );
      requestId = httpResponse.headers.get('x-line-request-id') ?? '';
      answered = { value: body, status: httpResponse.status, body: '' };
    } catch (error) {
      if (error instanceof HTTPFetchError) {
        requestId = error.headers.get('x-line-request-id') ?? '';
        answered = { status: error.status, body: error.body };
      } else {
        answered = { status: 0, body: '' };
      }
    }
    const ms = options.clock.now() - startedAt;
    const outcome = answered.status === 0 ? 'no-answer' : answered.status < 300 ? 'ok' : 'error';
    options.log.write({
      event: 'line-call',
      endpoint,
      outcome,
      status: answered.status,
      requestId,
      ms,
    });
    return answered;
  };
}
