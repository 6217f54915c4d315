import { imageFacts } from '../validation/image-size.ts';
import { isRichMenuSize, richMenuErrors } from '../validation/rich-menu.ts';
import { LineApiError, refuseIfWrong } from './line-api-error.ts';
import { bytes, json } from './line-http.ts';
import { readJsonBody } from './request-body.ts';
import type { Call, Route } from './router.ts';

/** "Requirements for rich menu image": at most 1 MB. */
const IMAGE_BYTES_MAX = 1_000_000;

/** "Create rich menu". */
function create({ platform, request }: Call) {
  const menu = readJsonBody(request);
  refuseIfWrong(richMenuErrors(menu));
  const richMenuId = platform.richMenus.create(menu);
  if (richMenuId === undefined)
    throw new LineApiError(400, 'The number of rich menus has reached the maximum');
  return json(200, { richMenuId });
}

/** "Validate rich menu object". */
function validate({ request }: Call) {
  refuseIfWrong(richMenuErrors(readJsonBody(request)));
  return json(200, {});
}

function richMenuId({ platform, params }: Call): string {
  const id = params['richMenuId'] ?? '';
  if (platform.richMenus.get(id) === undefined) throw new LineApiError(404, 'Not found');
  return id;
}

/** "Upload rich menu image": judged by its bytes; once set it can't be replaced. */
function uploadImage(call: Call) {
  const id = richMenuId(call);
  const { platform, request } = call;
  const contentType = request.headers['content-type'] ?? '';
  if (contentType !== 'image/png' && contentType !== 'image/jpeg') {
    throw new LineApiError(415, `The content type, ${contentType}, is not supported`);
  }
  if (platform.richMenus.image(id) !== undefined) {
    throw new LineApiError(400, 'An image has already been uploaded to the richmenu');
  }
  if (request.body.length > IMAGE_BYTES_MAX) throw new LineApiError(413, 'The image is too large');
  const facts = imageFacts(request.body);
  const isRight = facts?.contentType === contentType && isRichMenuSize(facts.width, facts.height);
  if (!isRight) throw new LineApiError(400, 'The image size is not allowed for richmenu');
  platform.richMenus.setImage(id, { contentType, bytes: request.body });
  return json(200, {});
}

/** "Download rich menu image". */
function downloadImage(call: Call) {
  const image = call.platform.richMenus.image(richMenuId(call));
  if (image === undefined) throw new LineApiError(404, 'Not found');
  return bytes(200, image.contentType, image.bytes);
}

/** "Get rich menu". */
function get(call: Call) {
  return json(200, call.platform.richMenus.get(richMenuId(call)));
}

/** "Get rich menu list". */
function list({ platform }: Call) {
  return json(200, { richmenus: platform.richMenus.list() });
}

/** "Delete rich menu". */
function remove(call: Call) {
  call.platform.richMenus.remove(richMenuId(call));
  call.platform.tellState();
  return json(200, {});
}

/** "Set default rich menu". */
function setDefault(call: Call) {
  const id = richMenuId(call);
  if (call.platform.richMenus.image(id) === undefined) {
    throw new LineApiError(400, 'must upload richmenu image before applying it to user', { details: [] });
  }
  call.platform.richMenus.setDefault(id);
  call.platform.tellState();
  return json(200, {});
}

/** "Get default rich menu ID". */
function getDefault({ platform }: Call) {
  const { defaultId } = platform.richMenus;
  if (defaultId === undefined) throw new LineApiError(404, 'no default richmenu', { details: [] });
  return json(200, { richMenuId: defaultId });
}

/** "Clear default rich menu". */
function clearDefault({ platform }: Call) {
  platform.richMenus.setDefault(undefined);
  platform.tellState();
  return json(200, {});
}

/** Rich menus themselves; links and aliases have routes of their own. */
export const richMenuRoutes: readonly Route[] = [
  { method: 'POST', path: '/v2/bot/richmenu', answer: create },
  { method: 'POST', path: '/v2/bot/richmenu/validate', answer: validate },
  { method: 'GET', path: '/v2/bot/richmenu/list', answer: list },
  { method: 'GET', path: '/v2/bot/richmenu/:richMenuId', answer: get },
  { method: 'DELETE', path: '/v2/bot/richmenu/:richMenuId', answer: remove },
  {
    method: 'POST',
    path: '/v2/bot/richmenu/:richMenuId/content',
    answer: uploadImage,
  },
  {
    method: 'GET',
    path: '/v2/bot/richmenu/:richMenuId/content',
    answer: downloadImage,
  },
  {
    method: 'POST',
    path: '/v2/bot/user/all/richmenu/:richMenuId',
    answer: setDefault,
  },
  { method: 'GET', path: '/v2/bot/user/all/richmenu', answer: getDefault },
  { method: 'DELETE', path: '/v2/bot/user/all/richmenu', answer: clearDefault },
];
