import { bytes, json } from '../api/line-http.ts';
import { SimError } from '../sim-error.ts';
import { controlBodies, readControlBody, withoutUndefined } from './control-bodies.ts';
import type { Control } from './control-context.ts';
import { queryNumber } from './query-number.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** State, records, faults, time, money and logins. */
export const worldControls: readonly Control[] = [
  {
    method: 'GET',
    path: /^\/sim\/state$/,
    answer: ({ platform }) => json(200, platform.state()),
  },
  {
    method: 'GET',
    path: /^\/sim\/demo$/,
    answer: ({ demo }) => {
      if (demo.current === undefined) throw new SimError(404, 'no demo runs');
      return json(200, demo.current);
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/richmenus\/(?<id>[^/]+)$/,
    answer: ({ platform, params }) => {
      const menu = platform.richMenus.list().find((one) => one['richMenuId'] === params['id']);
      if (menu === undefined) throw new SimError(404, 'no such rich menu');
      return json(200, menu);
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/calls$/,
    answer: ({ platform, request }) => json(200, platform.calls.after(queryNumber(request, 'after'))),
  },
  {
    method: 'POST',
    path: /^\/sim\/webhook$/,
    answer: async ({ platform, request }) => {
      const { status, body } = await platform.webhooks.sendRaw(request.body);
      return json(200, { status, body: body ?? '' });
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/redeliver$/,
    answer: async ({ platform, request }) => {
      const { webhookEventId } = readControlBody(controlBodies.redeliver, request.body);
      const { status } = await platform.webhooks.redeliver(webhookEventId);
      return json(200, { status });
    },
  },
  {
    method: 'PUT',
    path: /^\/sim\/faults$/,
    answer: async ({ platform, request }) => {
      const faults = readControlBody(controlBodies.faults, request.body);
      platform.faults.set(withoutUndefined(faults) as Parameters<typeof platform.faults.set>[0]);
      // With other faults nothing is held back any more.
      await platform.webhooks.sendWaiting();
      return json(200, {});
    },
  },
  {
    method: 'PUT',
    path: /^\/sim\/quota$/,
    answer: ({ platform, request }) => {
      platform.quota.set(
        withoutUndefined(readControlBody(controlBodies.quota, request.body)),
        platform.now(),
      );
      platform.tellState();
      return json(200, {});
    },
  },
  {
    method: 'PUT',
    path: /^\/sim\/clock$/,
    answer: async ({ platform, request }) => {
      await platform.setClock(readControlBody(controlBodies.clock, request.body).nowMs);
      return json(200, {});
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/login$/,
    answer: ({ platform, request }) => {
      const { userId, nonce } = readControlBody(controlBodies.login, request.body);
      const { name } = platform.people.user(userId);
      const login = { userId, name, ...(nonce === undefined ? {} : { nonce }) };
      return json(200, platform.login.issue(login, platform.now()));
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/authorize$/,
    answer: ({ platform, request }) => {
      const { user = '', redirect = '' } = request.query;
      const { name } = platform.people.user(user);
      if (!URL.canParse(redirect) || !LOOPBACK.has(new URL(redirect).hostname)) {
        return json(400, { message: 'redirect: an address on this machine' });
      }
      const { idToken } = platform.login.issue({ userId: user, name }, platform.now());
      const address = new URL(redirect);
      const renew = `http://${request.headers['host'] ?? ''}/sim/authorize?user=${user}`;
      address.hash = new URLSearchParams({ sim_id_token: idToken, sim_renew: renew }).toString();
      return { status: 302, headers: { location: address.href }, body: Buffer.alloc(0) };
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/richmenus$/,
    answer: ({ platform }) => {
      const { defaultId } = platform.richMenus;
      const menus = platform.richMenus.list();
      return json(200, {
        menus,
        aliases: platform.richMenus.aliases(),
        ...(defaultId ? { defaultId } : {}),
      });
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/richmenus\/(?<id>[^/]+)\/image$/,
    answer: ({ platform, params }) => {
      const image = platform.richMenus.image(params['id'] ?? '');
      if (image === undefined) throw new SimError(404, 'no such image');
      return bytes(200, image.contentType, image.bytes);
    },
  },
];
