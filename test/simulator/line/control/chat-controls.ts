import { bytes, json } from '../api/line-http.ts';
import { SimError } from '../sim-error.ts';
import { controlBodies, readControlBody, withoutUndefined } from './control-bodies.ts';
import type { Control } from './control-context.ts';
import { messagesWhenThere } from './messages-when-there.ts';
import { queryNumber } from './query-number.ts';

const KINDS = ['file', 'image', 'video', 'audio'] as const;
const CONTENT_TYPES = {
  file: 'application/octet-stream',
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/x-m4a',
} as const;

/** Writing and reading in chats. */
export const chatControls: readonly Control[] = [
  {
    method: 'POST',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/messages$/,
    answer: async ({ keyboard, params, request }) => {
      const chatId = params['chatId'] ?? '';
      const body = readControlBody(controlBodies.message, request.body);
      if ('text' in body) return json(200, await keyboard.text(chatId, body.from, body.text));
      if ('location' in body) return json(200, await keyboard.location(chatId, body.from, body.location));
      return json(200, await keyboard.sticker(chatId, body.from));
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/files$/,
    answer: async ({ keyboard, params, request }) => {
      const { from = '', fileName = 'file' } = request.query;
      const kind = KINDS.find((known) => known === (request.query['kind'] ?? 'file'));
      if (kind === undefined) throw new SimError(400, `kind must be one of ${KINDS.join(', ')}`);
      const given = request.headers['content-type'] ?? '';
      // Browsers and clients put these on any bytes; they say nothing about the file.
      const isVague = given === '' || given.startsWith('application/x-www-form-urlencoded');
      const contentType = isVague || given === CONTENT_TYPES.file ? CONTENT_TYPES[kind] : given;
      const file = { kind, fileName, contentType, bytes: request.body };
      return json(200, await keyboard.file(params['chatId'] ?? '', from, file));
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/postbacks$/,
    answer: async ({ keyboard, params, request }) => {
      const { from, ...postback } = withoutUndefined(readControlBody(controlBodies.postback, request.body));
      await keyboard.postback(params['chatId'] ?? '', from, postback);
      return json(200, {});
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/menu-switch$/,
    answer: async ({ keyboard, params, request }) => {
      const { from, alias, data } = readControlBody(controlBodies.menuSwitch, request.body);
      await keyboard.switchMenu(params['chatId'] ?? '', from, alias, data);
      return json(200, {});
    },
  },
  {
    method: 'POST',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/unsend$/,
    answer: async ({ keyboard, params, request }) => {
      const { from, messageId } = readControlBody(controlBodies.unsend, request.body);
      await keyboard.unsend(params['chatId'] ?? '', from, messageId);
      return json(200, {});
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/chats\/(?<chatId>[^/]+)\/messages$/,
    answer: async ({ platform, phones, params, request }) => {
      const chatId = params['chatId'] ?? '';
      const afterSeq = queryNumber(request, 'after');
      const read = () => phones.read(chatId, request.query['as'], afterSeq);
      return json(200, await messagesWhenThere(platform.chats, read, queryNumber(request, 'waitMs')));
    },
  },
  {
    method: 'GET',
    path: /^\/sim\/content\/(?<messageId>[^/]+)$/,
    answer: ({ platform, params }) => {
      const content = platform.content.get(params['messageId'] ?? '');
      if (content === undefined) throw new SimError(404, 'no such content');
      return bytes(200, content.contentType, content.bytes);
    },
  },
];
