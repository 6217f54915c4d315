import type { SimGroup } from '../../protocol.ts';
import { webhookEvent } from '../webhook-events.ts';
import { idParameter } from './id-forms.ts';
import { LineApiError } from './line-api-error.ts';
import { json } from './line-http.ts';
import { readJsonBody } from './request-body.ts';
import type { Call, Route } from './router.ts';

const LOADING_SECONDS_MIN = 5;
const LOADING_SECONDS_MAX = 60;
const LOADING_SECONDS_STEP = 5;

/** "Get profile": of friends only. */
function profile({ platform, params }: Call) {
  const userId = idParameter(params, 'userId');
  const user = platform.people.findUser(userId);
  if (user === undefined || !platform.people.isFriend(userId)) throw new LineApiError(404, 'Not found');
  return json(200, { displayName: user.name, userId, language: 'th' });
}

/** "Get LINE Official Account (bot) info". */
function botInfo({ platform }: Call) {
  const { botUserId, settings } = platform;
  const info = {
    userId: botUserId,
    basicId: '@000prongsai',
    displayName: settings.botName,
  };
  return json(200, { ...info, chatMode: 'bot', markAsReadMode: 'auto' });
}

/** The group, if the account is in it ("Group chats", errors of all its endpoints). */
function groupOf({ platform, params }: Call): SimGroup {
  const group = platform.people.findGroup(idParameter(params, 'groupId'));
  if (group === undefined || !group.botIn) throw new LineApiError(404, 'Not found');
  return group;
}

/** "Get group chat summary". */
function summary(call: Call) {
  const group = groupOf(call);
  return json(200, { groupId: group.id, groupName: group.name });
}

/** "Get number of users in a group chat": without the account itself. */
function memberCount(call: Call) {
  return json(200, { count: groupOf(call).memberIds.length });
}

/** "Get group chat member profile": also of people who are no friends. */
function member(call: Call) {
  const group = groupOf(call);
  const userId = idParameter(call.params, 'userId');
  const user = call.platform.people.findUser(userId);
  if (user === undefined || !group.memberIds.includes(userId)) throw new LineApiError(404, 'Not found');
  return json(200, { displayName: user.name, userId });
}

/** "Get group chat member user IDs": verified and premium accounts only. */
function memberIds(call: Call) {
  refuseUnverified(call);
  return json(200, { memberIds: groupOf(call).memberIds });
}

/** "Get a list of users who added your LINE Official Account as a friend": ditto. */
function followerIds(call: Call) {
  refuseUnverified(call);
  const { people } = call.platform;
  const friends = people.users().filter((user) => people.isFriend(user.id));
  return json(200, { userIds: friends.map((user) => user.id) });
}

function refuseUnverified({ platform }: Call): void {
  if (platform.settings.verifiedAccount) return;
  throw new LineApiError(403, 'Access to this API is not available for your account');
}

/** "Leave group chat"; a leave event follows ("Leave event"). The answer does not wait for its delivery. */
function leave(call: Call) {
  const group = groupOf(call);
  const { platform } = call;
  platform.people.setBotIn(group.id, false);
  platform.tellState();
  const source = { type: 'group', groupId: group.id } as const;
  void platform.webhooks.send(webhookEvent(platform.ids, platform.now(), { type: 'leave', source }));
  return json(200, {});
}

/** "Display a loading animation": 1:1 chats only, 5 to 60 seconds in steps of five. */
function loading({ platform, request }: Call) {
  const body = readJsonBody(request);
  const details = [];
  const userOnly =
    'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.';
  if (platform.people.findUser(String(body['chatId'])) === undefined) {
    details.push({ message: userOnly, property: 'chatId' });
  }
  const seconds = body['loadingSeconds'] ?? LOADING_SECONDS_MIN;
  const property = 'loadingSeconds';
  if (typeof seconds !== 'number' || seconds < LOADING_SECONDS_MIN || seconds > LOADING_SECONDS_MAX) {
    details.push({
      message: `Must be between ${LOADING_SECONDS_MIN} and ${LOADING_SECONDS_MAX}`,
      property,
    });
  }
  if (typeof seconds !== 'number' || seconds % LOADING_SECONDS_STEP !== 0) {
    details.push({ message: 'must be a multiple of five', property });
  }
  if (details.length === 0) return json(202, {});
  throw new LineApiError(400, `The request body has ${details.length} error(s)`, { details });
}

/** Users, the account itself, and groups. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/v2/bot/profile/:userId', answer: profile },
  { method: 'GET', path: '/v2/bot/info', answer: botInfo },
  { method: 'GET', path: '/v2/bot/followers/ids', answer: followerIds },
  { method: 'GET', path: '/v2/bot/group/:groupId/summary', answer: summary },
  {
    method: 'GET',
    path: '/v2/bot/group/:groupId/members/count',
    answer: memberCount,
  },
  {
    method: 'GET',
    path: '/v2/bot/group/:groupId/members/ids',
    answer: memberIds,
  },
  {
    method: 'GET',
    path: '/v2/bot/group/:groupId/member/:userId',
    answer: member,
  },
  { method: 'POST', path: '/v2/bot/group/:groupId/leave', answer: leave },
  { method: 'POST', path: '/v2/bot/chat/loading/start', answer: loading },
];
