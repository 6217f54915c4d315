import type { Line } from '../../bot/line/line.ts';
import { linkResult } from '../../bot/line/link-result.ts';
import { sendResult } from '../../bot/line/send-result.ts';
import type { LineResponse } from '../simulator/line/api/line-http.ts';
import type { Simulator } from '../simulator/simulator.ts';

/** The LINE port straight into a simulator, without sockets: thousands of runs need no network. */
export function lineOverSimulator(simulator: Simulator, token: string): Line {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    try {
      return await simulator.line({
        method,
        path,
        query: {},
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
      });
    } catch {
      return undefined;
    }
  };
  const send = (answer: LineResponse | undefined) =>
    sendResult({ status: answer?.status ?? 0, body: answer?.body.toString() ?? '' });
  const json = <T>(answer: LineResponse | undefined): T | undefined =>
    answer?.status === 200 ? (JSON.parse(answer.body.toString()) as T) : undefined;

  return {
    reply: async (replyToken, messages) =>
      send(await call('POST', '/v2/bot/message/reply', { replyToken, messages })),
    push: async (to, messages, key) =>
      send(await call('POST', '/v2/bot/message/push', { to, messages }, { 'x-line-retry-key': key })),
    content: async (id) => {
      const answer = await call('GET', `/v2/bot/message/${id}/content`);
      if (answer?.status === 202) return { kind: 'not-ready' };
      if (answer?.status === 404 || answer?.status === 410) return { kind: 'gone' };
      return answer?.status === 200
        ? { kind: 'content', bytes: answer.body, contentType: 'application/octet-stream' }
        : { kind: 'unknown' };
    },
    quota: async () => {
      const limit = json<{ type: string; value?: number }>(await call('GET', '/v2/bot/message/quota'));
      const used = json<{ totalUsage: number }>(await call('GET', '/v2/bot/message/quota/consumption'));
      if (!limit || !used) return undefined;
      return { ...(limit.value === undefined ? {} : { limit: limit.value }), used: used.totalUsage };
    },
    memberCount: async (id) =>
      json<{ count: number }>(await call('GET', `/v2/bot/group/${id}/members/count`))?.count,
    groupName: async (id) =>
      json<{ groupName: string }>(await call('GET', `/v2/bot/group/${id}/summary`))?.groupName,
    accountId: async () => json<{ basicId: string }>(await call('GET', '/v2/bot/info'))?.basicId,
    displayName: async (id) =>
      json<{ displayName: string }>(await call('GET', `/v2/bot/profile/${id}`))?.displayName,
    showLoading: async () => {},
    menuBehind: async (alias) => {
      const answer = await call('GET', `/v2/bot/richmenu/alias/${alias}`);
      const found = json<{ richMenuId: string }>(answer);
      if (found) return { kind: 'menu', id: found.richMenuId };
      return { kind: answer?.status === 404 ? 'none' : 'unknown' };
    },
    linkMenu: async (id, menuId) =>
      linkResult({ status: (await call('POST', `/v2/bot/user/${id}/richmenu/${menuId}`))?.status ?? 0 }),
    unlinkMenu: async (id) =>
      linkResult({ status: (await call('DELETE', `/v2/bot/user/${id}/richmenu`))?.status ?? 0 }),
  };
}
