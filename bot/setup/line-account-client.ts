import { messagingApi } from '@line/bot-sdk';
import type { RichMenu } from '../../shared/menus/rich-menu.ts';
import type { Clock } from '../clock.ts';
import { type Answered, createCallLine } from '../line/call-line.ts';
import type { Log } from '../log.ts';
import type { LineAccount, Told } from './line-account.ts';

/** Pictures take longer than other calls, on the line of a rural office above all. */
const TIMEOUT_MS = 30_000;

export interface LineAccountOptions {
  readonly channelAccessToken: string;
  readonly apiUrl: string;
  readonly dataApiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** {@link LineAccount} over `@line/bot-sdk`, with a timeout and a log line per call. */
export function createLineAccount(options: LineAccountOptions): LineAccount {
  const { channelAccessToken, apiUrl, dataApiUrl } = options;
  const call = createCallLine({ ...options, timeoutMs: TIMEOUT_MS });
  const api = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiUrl });
  const data = new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: dataApiUrl });

  return {
    info: async () =>
      told(
        await call('bot-info', () => api.getBotInfoWithHttpInfo()),
        ({ basicId, displayName, chatMode }) => ({
          basicId,
          displayName,
          chatMode,
        }),
      ),
    webhook: async () =>
      told(await call('webhook-get', () => api.getWebhookEndpointWithHttpInfo()), ({ endpoint, active }) => ({
        url: endpoint,
        active,
      })),
    setWebhook: async (endpoint) =>
      told(await call('webhook-set', () => api.setWebhookEndpointWithHttpInfo({ endpoint }))),
    testWebhook: async (endpoint) =>
      told(
        await call('webhook-test', () => api.testWebhookEndpointWithHttpInfo({ endpoint })),
        ({ success, statusCode, reason }) => ({ success: success ?? false, statusCode, reason }),
      ),
    menus: async () =>
      told(await call('rich-menu-list', () => api.getRichMenuListWithHttpInfo()), ({ richmenus }) =>
        richmenus.map(({ richMenuId, name }) => ({ id: richMenuId, name })),
      ),
    createMenu: async (menu) =>
      told(
        await call('rich-menu-create', () => api.createRichMenuWithHttpInfo(asRequest(menu))),
        ({ richMenuId }) => richMenuId,
      ),
    removeMenu: async (id) => told(await call('rich-menu-delete', () => api.deleteRichMenuWithHttpInfo(id))),
    picture: async (id) => {
      // The SDK's own download lets a cut connection end the process, hence plain fetch; the bytes are not looked at.
      try {
        const response = await fetch(
          new URL(`/v2/bot/richmenu/${encodeURIComponent(id)}/content`, dataApiUrl),
          {
            headers: { authorization: `Bearer ${channelAccessToken}` },
            signal: AbortSignal.timeout(TIMEOUT_MS),
          },
        );
        await response.body?.cancel();
        return told({ status: response.status, body: '' });
      } catch {
        return { kind: 'failed', status: 0 };
      }
    },
    setPicture: async (id, png) => {
      const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
      return told(await call('rich-menu-upload', () => data.setRichMenuImageWithHttpInfo(id, blob)));
    },
    aliases: async () =>
      told(
        await call('rich-menu-aliases', () => api.getRichMenuAliasListWithHttpInfo()),
        ({ aliases }) => new Map(aliases.map((one) => [one.richMenuAliasId, one.richMenuId])),
      ),
    createAlias: async (richMenuAliasId, richMenuId) =>
      told(
        await call('alias-create', () =>
          api.createRichMenuAliasWithHttpInfo({ richMenuAliasId, richMenuId }),
        ),
      ),
    updateAlias: async (alias, richMenuId) =>
      told(await call('alias-update', () => api.updateRichMenuAliasWithHttpInfo(alias, { richMenuId }))),
    removeAlias: async (alias) =>
      told(await call('alias-delete', () => api.deleteRichMenuAliasWithHttpInfo(alias))),
    defaultMenu: async () =>
      told(
        await call('default-menu', () => api.getDefaultRichMenuIdWithHttpInfo()),
        ({ richMenuId }) => richMenuId,
      ),
    setDefaultMenu: async (id) =>
      told(await call('default-menu-set', () => api.setDefaultRichMenuWithHttpInfo(id))),
    menuOf: async (userId) =>
      told(
        await call('rich-menu-of-user', () => api.getRichMenuIdOfUserWithHttpInfo(userId)),
        ({ richMenuId }) => richMenuId,
      ),
    linkMenu: async (userId, id) =>
      told(await call('rich-menu-link', () => api.linkRichMenuIdToUserWithHttpInfo(userId, id))),
    unlinkMenu: async (userId) =>
      told(await call('rich-menu-unlink', () => api.unlinkRichMenuIdFromUserWithHttpInfo(userId))),
  };
}

function told<T>(answered: Answered<T>): Told<unknown>;
function told<T, V>(answered: Answered<T>, read: (value: T) => V): Told<V>;
function told<T>(answered: Answered<T>, read: (value: T) => unknown = (value) => value): Told<unknown> {
  try {
    if (answered.value) return { kind: 'told', value: read(answered.value) };
  } catch {
    // A proxy's page, or an answer LINE never gave before.
    return { kind: 'failed', status: 0 };
  }
  // Success without a body the SDK could read is still success.
  if (answered.status >= 200 && answered.status < 300) return { kind: 'told', value: undefined };
  return answered.status === 404 ? { kind: 'none' } : { kind: 'failed', status: answered.status };
}

/** The SDK's types want arrays that may be changed. */
function asRequest(menu: RichMenu & { readonly name: string }): messagingApi.RichMenuRequest {
  return { ...menu, areas: menu.areas.map((area) => ({ ...area })) };
}
