import type { StoredContent } from '../content-store.ts';
import { LineApiError } from './line-api-error.ts';
import { bytes, json } from './line-http.ts';
import type { Call, Route } from './router.ts';

function found({ platform, params }: Call): StoredContent {
  const messageId = params['messageId'] ?? '';
  if (platform.content.isGone(messageId)) throw new LineApiError(410, 'The content is gone');
  const content = platform.content.get(messageId);
  if (content === undefined) throw new LineApiError(404, 'not found');
  return content;
}

/**
 * "Get content": 200 with the bytes, 202 with an empty body while they are being prepared, 404, 410.
 * LINE prepares films and recordings; the fault delays any kind, so that every path of the program can be tried.
 */
function content(call: Call) {
  const stored = found(call);
  if (isTooEarly(call, stored)) return bytes(202, 'application/json', Buffer.alloc(0));
  return bytes(200, stored.contentType, stored.bytes);
}

/** "Verify the preparation status of a video or audio for getting". */
function transcoding(call: Call) {
  const stored = found(call);
  if (stored.kind !== 'video' && stored.kind !== 'audio') {
    throw new LineApiError(400, "Transcoding status doesn't support this type of content");
  }
  return json(200, {
    status: isTooEarly(call, stored) ? 'processing' : 'succeeded',
  });
}

/** "Get a preview image of the image or video": here the same bytes as the picture itself. */
function preview(call: Call) {
  const stored = found(call);
  if (stored.kind !== 'image' && stored.kind !== 'video') {
    throw new LineApiError(400, 'The content can not be previewed');
  }
  return bytes(200, stored.contentType, stored.bytes);
}

function isTooEarly({ platform }: Call, stored: StoredContent): boolean {
  return platform.content.lookIsTooEarly(stored.messageId, platform.faults.contentNotReadyTimes);
}

/** What users sent, as bytes; LINE serves these from api-data.line.me. */
export const contentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/bot/message/:messageId/content',
    answer: content,
  },
  {
    method: 'GET',
    path: '/v2/bot/message/:messageId/content/transcoding',
    answer: transcoding,
  },
  {
    method: 'GET',
    path: '/v2/bot/message/:messageId/content/preview',
    answer: preview,
  },
];
