import { json } from '../api/line-http.ts';
import { controlBodies, readControlBody, withoutUndefined } from './control-bodies.ts';
import type { Control } from './control-context.ts';

/** Users and groups. */
export const peopleControls: readonly Control[] = [
  {
    method: 'POST',
    path: /^\/sim\/users$/,
    answer: async ({ phones, request }) => {
      const user = withoutUndefined(readControlBody(controlBodies.user, request.body));
      return json(200, await phones.addUser(user));
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/users\/(?<id>[^/]+)\/follow$/,
    answer: async ({ phones, params }) => json(200, await phones.follow(params['id'] ?? '')),
  },
  {
    method: 'POST',
    path: /^\/sim\/users\/(?<id>[^/]+)\/block$/,
    answer: async ({ phones, params }) => json(200, await phones.block(params['id'] ?? '')),
  },
  {
    method: 'POST',
    path: /^\/sim\/groups$/,
    answer: async ({ phones, request }) => {
      const group = withoutUndefined(readControlBody(controlBodies.group, request.body));
      return json(200, await phones.addGroup(group));
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/groups\/(?<id>[^/]+)\/bot$/,
    answer: async ({ phones, params, request }) => {
      const body = readControlBody(controlBodies.bot, request.body);
      return json(200, await phones.setBotIn(params['id'] ?? '', body.in));
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/groups\/(?<id>[^/]+)\/members$/,
    answer: async ({ phones, params, request }) => {
      const body = readControlBody(controlBodies.member, request.body);
      return json(200, await phones.setMember(params['id'] ?? '', body.userId, body.in));
    },
  },
];
