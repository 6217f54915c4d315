import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { withinTime } from '../within-time.ts';
import { downloadContent } from './content.ts';
import type { Line, Message, Quota, SendResult } from './line.ts';
import { sendResult } from './send-result.ts';

/** LINE's own answers come in well under a second; beyond this the outcome counts as unknown. */
export const LINE_TIMEOUT_MS = 8_000;
/** The SDK puts ids into paths unchecked; only what LINE calls an id may pass. */
const CHAT_ID = /^[UCR][0-9a-f]{32}$/;

export interface LineClientOptions {
  readonly channelAccessToken: string;
  /** Host root; a path in it would be dropped by the SDK. */
  readonly apiUrl: string;
  readonly dataApiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs?: number;
}

interface Answered<T> {
  readonly value?: T;
  readonly status: number;
  readonly body: string;
}

class TimedOut extends Error {}

/** The LINE port over `@line/bot-sdk`, with a timeout, a log line per call and errors as data. */
export function createLineClient(options: LineClientOptions): Line {
  const timeoutMs = options.timeoutMs ?? LINE_TIMEOUT_MS;
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: options.channelAccessToken,
    baseURL: options.apiUrl,
  });

  /** Runs one SDK call. Status 0 stands for "no answer". Never rejects. */
  async function call<T>(
    endpoint: string,
    run: () => Promise<{ httpResponse: Response; body: T }>,
  ): Promise<Answered<T>> {
    const startedAt = options.clock.now();
    let answered: Answered<T>;
    let requestId = '';
    try {
      const { httpResponse, body } = await withinTime(
        run(),
        timeoutMs,
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
  }

  const known = (id: string) => CHAT_ID.test(id);
  const refusedId: SendResult = {
    kind: 'refused',
    status: 400,
    reason: 'not an id of LINE',
  };

  return {
    reply: async (replyToken, messages) =>
      sendResult(
        await call('reply', () =>
          client.replyMessageWithHttpInfo({
            replyToken,
            messages: messages as Message[],
          }),
        ),
      ),
    push: async (to, messages, retryKey) =>
      known(to)
        ? sendResult(
            await call('push', () =>
              client.pushMessageWithHttpInfo({ to, messages: messages as Message[] }, retryKey),
            ),
          )
        : refusedId,
    content: (messageId, maxBytes) =>
      downloadContent(messageId, maxBytes, {
        url: options.dataApiUrl,
        token: options.channelAccessToken,
        timeoutMs: timeoutMs * 4,
      }),
    quota: async (): Promise<Quota | undefined> => {
      const [limit, used] = await Promise.all([
        call('quota', () => client.getMessageQuotaWithHttpInfo()),
        call('quota-consumption', () => client.getMessageQuotaConsumptionWithHttpInfo()),
      ]);
      if (!limit.value || !used.value) return undefined;
      const value = limit.value.type === 'limited' ? limit.value.value : undefined;
      return {
        ...(value === undefined ? {} : { limit: value }),
        used: used.value.totalUsage,
      };
    },
    memberCount: async (groupId) =>
      known(groupId)
        ? (await call('group-count', () => client.getGroupMemberCountWithHttpInfo(groupId))).value?.count
        : undefined,
    groupName: async (groupId) =>
      known(groupId)
        ? (await call('group-summary', () => client.getGroupSummaryWithHttpInfo(groupId))).value?.groupName
        : undefined,
    accountId: async () => (await call('bot-info', () => client.getBotInfoWithHttpInfo())).value?.basicId,
    displayName: async (userId) =>
      known(userId)
        ? (await call('profile', () => client.getProfileWithHttpInfo(userId))).value?.displayName
        : undefined,
    showLoading: async (userId, seconds) => {
      if (!known(userId)) return;
      await call('loading', () =>
        client.showLoadingAnimationWithHttpInfo({
          chatId: userId,
          loadingSeconds: seconds,
        }),
      );
    },
  };
}
