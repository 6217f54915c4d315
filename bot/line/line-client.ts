import { messagingApi } from '@line/bot-sdk';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createCallLine } from './call-line.ts';
import { downloadContent } from './content.ts';
import type { Line, Message, Quota, SendResult } from './line.ts';
import { linkResult } from './link-result.ts';
import { sendResult } from './send-result.ts';

/** LINE's own answers come in well under a second; beyond this the outcome counts as unknown. */
export const LINE_TIMEOUT_MS = 8_000;
/** The SDK puts ids into paths unchecked; only what LINE calls an id may pass. */
const CHAT_ID = /^[UCR][0-9a-f]{32}$/;
const RICH_MENU_ID = /^richmenu-[0-9a-z]{1,64}$/;
const ALIAS_ID = /^[a-z0-9_-]{1,32}$/;

export interface LineClientOptions {
  readonly channelAccessToken: string;
  /** Host root; a path in it would be dropped by the SDK. */
  readonly apiUrl: string;
  readonly dataApiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs?: number;
}

/** The LINE port over `@line/bot-sdk`, with a timeout, a log line per call and errors as data. */
export function createLineClient(options: LineClientOptions): Line {
  const timeoutMs = options.timeoutMs ?? LINE_TIMEOUT_MS;
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: options.channelAccessToken,
    baseURL: options.apiUrl,
  });

  const call = createCallLine({ ...options, timeoutMs });
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
    menuBehind: async (aliasId) => {
      if (!ALIAS_ID.test(aliasId)) return { kind: 'none' };
      const answer = await call('rich-menu-alias', () => client.getRichMenuAliasWithHttpInfo(aliasId));
      if (answer.value) return { kind: 'menu', id: answer.value.richMenuId };
      return { kind: answer.status === 404 ? 'none' : 'unknown' };
    },
    linkMenu: async (userId, menuId) =>
      known(userId) && RICH_MENU_ID.test(menuId)
        ? linkResult(
            await call('rich-menu-link', () => client.linkRichMenuIdToUserWithHttpInfo(userId, menuId)),
          )
        : 'refused',
    unlinkMenu: async (userId) =>
      known(userId)
        ? linkResult(
            await call('rich-menu-unlink', () => client.unlinkRichMenuIdFromUserWithHttpInfo(userId)),
          )
        : 'refused',
  };
}
