import type { Platform } from '../platform.ts';
import { idParameter, userIdList } from './id-forms.ts';
import { LineApiError } from './line-api-error.ts';
import { json } from './line-http.ts';
import { readJsonBody } from './request-body.ts';
import type { Call, Route } from './router.ts';

/** "Link rich menu to multiple users": at most 500 user ids. */
const BULK_USERS_MAX = 500;
const ALIAS_FORM = /^[a-z0-9_-]{1,32}$/;
const RICH_MENU_ID_FORM = /^richmenu-[0-9a-f]{32}$/;

/** Links, unless the user is no friend: then the answer is the same and nothing happens ("Conditions for linking"). */
function linkFriend(platform: Platform, userId: string, richMenuId: string): void {
  if (platform.people.isFriend(userId)) platform.richMenus.link(userId, richMenuId);
}

function refuseWithoutImage(platform: Platform, richMenuId: string): void {
  if (platform.richMenus.image(richMenuId) !== undefined) return;
  throw new LineApiError(400, 'must upload richmenu image before applying it to user', { details: [] });
}

/** "Link rich menu to user". */
function link({ platform, params }: Call) {
  const userId = idParameter(params, 'userId');
  const richMenuId = params['richMenuId'] ?? '';
  if (platform.richMenus.get(richMenuId) === undefined) throw new LineApiError(404, 'Not found');
  refuseWithoutImage(platform, richMenuId);
  linkFriend(platform, userId, richMenuId);
  platform.tellState();
  return json(200, {});
}

/** "Get rich menu ID of user". */
function linked({ platform, params }: Call) {
  const richMenuId = platform.richMenus.linkedTo(idParameter(params, 'userId'));
  if (richMenuId === undefined) throw new LineApiError(404, 'the user has no richmenu', { details: [] });
  return json(200, { richMenuId });
}

/** "Unlink rich menu from user". */
function unlink({ platform, params }: Call) {
  platform.richMenus.unlink(idParameter(params, 'userId'));
  platform.tellState();
  return json(200, {});
}

/** "Link rich menu to multiple users": accepted, then done in the background; here at once. */
function bulkLink({ platform, request }: Call) {
  const body = readJsonBody(request);
  const userIds = userIdList(body['userIds'], 'userIds', BULK_USERS_MAX);
  const richMenuId = menuOfBody(platform, body['richMenuId'], 404);
  refuseWithoutImage(platform, richMenuId);
  for (const userId of userIds) linkFriend(platform, userId, richMenuId);
  platform.tellState();
  return json(202, {});
}

/** "Unlink rich menus from multiple users". */
function bulkUnlink({ platform, request }: Call) {
  const userIds = userIdList(readJsonBody(request)['userIds'], 'userIds', BULK_USERS_MAX);
  for (const userId of userIds) platform.richMenus.unlink(userId);
  platform.tellState();
  return json(202, {});
}

/** "Create rich menu alias". */
function createAlias({ platform, request }: Call) {
  const body = readJsonBody(request);
  const aliasId = body['richMenuAliasId'];
  if (typeof aliasId !== 'string' || !ALIAS_FORM.test(aliasId)) throw invalid('richMenuAliasId');
  if (platform.richMenus.alias(aliasId) !== undefined) {
    throw new LineApiError(400, 'conflict richmenu alias id', { details: [] });
  }
  setAlias(platform, aliasId, body['richMenuId']);
  return json(200, {});
}

/** "Update rich menu alias". */
function updateAlias(call: Call) {
  const aliasId = knownAlias(call);
  setAlias(call.platform, aliasId, readJsonBody(call.request)['richMenuId']);
  return json(200, {});
}

function setAlias(platform: Platform, aliasId: string, given: unknown): void {
  const richMenuId = menuOfBody(platform, given, 400);
  if (platform.richMenus.image(richMenuId) === undefined)
    throw new LineApiError(400, 'richmenu not found', { details: [] });
  if (!platform.richMenus.setAlias(aliasId, richMenuId))
    throw new LineApiError(400, 'too many richmenu aliases');
}

/** "Delete rich menu alias". */
function removeAlias(call: Call) {
  call.platform.richMenus.removeAlias(knownAlias(call));
  return json(200, {});
}

/** "Get rich menu alias information". */
function getAlias(call: Call) {
  const richMenuAliasId = knownAlias(call);
  return json(200, {
    richMenuAliasId,
    richMenuId: call.platform.richMenus.alias(richMenuAliasId),
  });
}

/** "Get list of rich menu alias". */
function listAliases({ platform }: Call) {
  return json(200, { aliases: platform.richMenus.aliases() });
}

function knownAlias({ platform, params }: Call): string {
  const aliasId = params['richMenuAliasId'] ?? '';
  if (platform.richMenus.alias(aliasId) !== undefined) return aliasId;
  throw new LineApiError(404, 'richmenu alias not found', { details: [] });
}

function menuOfBody(platform: Platform, given: unknown, statusIfUnknown: 400 | 404): string {
  if (typeof given !== 'string' || !RICH_MENU_ID_FORM.test(given)) throw invalid('richMenuId');
  if (platform.richMenus.get(given) === undefined) {
    throw new LineApiError(statusIfUnknown, 'richmenu not found', {
      details: [],
    });
  }
  return given;
}

function invalid(property: string): LineApiError {
  const details = [{ message: `invalid ${property}`, property }];
  return new LineApiError(400, 'The request body has 1 error(s)', { details });
}

/** Per-user rich menus and rich menu aliases. */
export const richMenuLinkRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/bot/richmenu/bulk/link', answer: bulkLink },
  { method: 'POST', path: '/v2/bot/richmenu/bulk/unlink', answer: bulkUnlink },
  { method: 'POST', path: '/v2/bot/richmenu/alias', answer: createAlias },
  { method: 'GET', path: '/v2/bot/richmenu/alias/list', answer: listAliases },
  {
    method: 'GET',
    path: '/v2/bot/richmenu/alias/:richMenuAliasId',
    answer: getAlias,
  },
  {
    method: 'POST',
    path: '/v2/bot/richmenu/alias/:richMenuAliasId',
    answer: updateAlias,
  },
  {
    method: 'DELETE',
    path: '/v2/bot/richmenu/alias/:richMenuAliasId',
    answer: removeAlias,
  },
  { method: 'GET', path: '/v2/bot/user/:userId/richmenu', answer: linked },
  { method: 'DELETE', path: '/v2/bot/user/:userId/richmenu', answer: unlink },
  {
    method: 'POST',
    path: '/v2/bot/user/:userId/richmenu/:richMenuId',
    answer: link,
  },
];
