import type { SentMessage } from '../retry-keys.ts';
import { recipientsOf, showMessages } from '../sending.ts';
import { messageErrors } from '../validation/messages.ts';
import { refuseForDestination } from './destination-rules.ts';
import { userIdList } from './id-forms.ts';
import { LineApiError, refuseIfWrong } from './line-api-error.ts';
import { json } from './line-http.ts';
import { readJsonBody } from './request-body.ts';
import type { Call, Route } from './router.ts';

/** "Send multicast message": at most 500 user ids. */
const MULTICAST_TO_MAX = 500;

type Messages = readonly Readonly<Record<string, unknown>>[];

/** "Send reply message": free of charge, token good once; wrong messages leave the token as it was. */
function reply(call: Call) {
  const { platform } = call;
  const body = readJsonBody(call.request);
  refuseIfWrong(messageErrors('reply', body));
  const token = String(body['replyToken']);
  const chatId = platform.replyTokens.chatOf(token, platform.now());
  if (chatId === undefined) throw new LineApiError(400, 'Invalid reply token');
  const group = platform.people.findGroup(chatId);
  if (group !== undefined && !group.botIn) throw new LineApiError(400, 'Failed to send messages');
  refuseForDestination(platform, chatId, body['messages'] as Messages);
  platform.replyTokens.use(token);
  return json(200, {
    sentMessages: showMessages(platform, chatId, body['messages'] as Messages, 'reply'),
  });
}

/** "Send push message": costs one message per person who receives it, however many message objects it has. */
function push(call: Call) {
  const { platform } = call;
  const body = readJsonBody(call.request);
  refuseIfWrong(messageErrors('push', body));
  const to = String(body['to']);
  const group = platform.people.findGroup(to);
  const isKnown = group === undefined ? platform.people.findUser(to) !== undefined : group.botIn;
  if (!isKnown) throw new LineApiError(400, 'Failed to send messages');
  refuseForDestination(platform, to, body['messages'] as Messages);
  spend(call, recipientsOf(platform, to));
  const sentMessages = showMessages(platform, to, body['messages'] as Messages, 'push');
  accept(call, sentMessages);
  return json(200, { sentMessages });
}

/** "Send multicast message": users only; unknown ones and those who are no friends are passed over. */
function multicast(call: Call) {
  const { platform } = call;
  const body = readJsonBody(call.request);
  const to = [...new Set(userIdList(body['to'], 'to', MULTICAST_TO_MAX))];
  refuseIfWrong(messageErrors('multicast', body));
  refuseForDestination(platform, undefined, body['messages'] as Messages);
  sendToFriends(call, to, body['messages'] as Messages);
  return json(200, {});
}

/** "Send broadcast message": to all friends. */
function broadcast(call: Call) {
  const { platform } = call;
  const body = readJsonBody(call.request);
  refuseIfWrong(messageErrors('broadcast', body));
  refuseForDestination(platform, undefined, body['messages'] as Messages);
  const everybody = platform.people.users().map((user) => user.id);
  sendToFriends(call, everybody, body['messages'] as Messages);
  return json(200, {});
}

function sendToFriends(call: Call, to: readonly string[], messages: Messages): void {
  const { platform } = call;
  const friends = to.filter((id) => platform.people.isFriend(id));
  spend(call, friends.length);
  for (const id of friends) showMessages(platform, id, messages, 'push');
  accept(call);
}

/** "Validate message objects of …": looks at the messages only, sends nothing. */
function validate(call: Call) {
  refuseIfWrong(messageErrors('validate', readJsonBody(call.request)));
  return json(200, {});
}

function spend(call: Call, recipients: number): void {
  const { platform } = call;
  const isWithinLimit = recipients === 0 || platform.quota.spend(recipients, platform.now());
  if (!isWithinLimit) throw new LineApiError(429, 'You have reached your monthly limit.');
  platform.tellState();
}

function accept(call: Call, sentMessages?: readonly SentMessage[]): void {
  const key = call.request.headers['x-line-retry-key'];
  if (key === undefined) return;
  const acceptedAtMs = call.platform.now();
  const sent = sentMessages === undefined ? {} : { sentMessages };
  call.platform.retryKeys.accept(key, {
    requestId: call.requestId,
    acceptedAtMs,
    ...sent,
  });
}

/** "Get the target limit for sending messages this month". */
function quota({ platform }: Call) {
  const { type, limit } = platform.quota.read(platform.now());
  return json(200, type === 'limited' ? { type, value: limit } : { type });
}

/** "Get number of messages sent this month". */
function consumption({ platform }: Call) {
  return json(200, { totalUsage: platform.quota.read(platform.now()).used });
}

/** An account that is not verified may not use these. */
function notForThisAccount(): never {
  throw new LineApiError(403, 'Access to this API is not available for your account');
}

/** Sending, validating and counting messages. */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/bot/message/reply', answer: reply },
  {
    method: 'POST',
    path: '/v2/bot/message/push',
    answer: push,
    takesRetryKey: true,
  },
  {
    method: 'POST',
    path: '/v2/bot/message/multicast',
    answer: multicast,
    takesRetryKey: true,
  },
  {
    method: 'POST',
    path: '/v2/bot/message/broadcast',
    answer: broadcast,
    takesRetryKey: true,
  },
  {
    method: 'POST',
    path: '/v2/bot/message/narrowcast',
    answer: notForThisAccount,
    takesRetryKey: true,
  },
  { method: 'POST', path: '/v2/bot/message/validate/reply', answer: validate },
  { method: 'POST', path: '/v2/bot/message/validate/push', answer: validate },
  {
    method: 'POST',
    path: '/v2/bot/message/validate/multicast',
    answer: validate,
  },
  {
    method: 'POST',
    path: '/v2/bot/message/validate/narrowcast',
    answer: validate,
  },
  {
    method: 'POST',
    path: '/v2/bot/message/validate/broadcast',
    answer: validate,
  },
  { method: 'GET', path: '/v2/bot/message/quota', answer: quota },
  {
    method: 'GET',
    path: '/v2/bot/message/quota/consumption',
    answer: consumption,
  },
];
