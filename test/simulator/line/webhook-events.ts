import type { LineIds } from './line-ids.ts';

/** A webhook event object as LINE sends it. Only the common properties are named; the rest depends on the type. */
export interface WebhookEvent {
  readonly type: string;
  readonly mode: 'active' | 'standby';
  readonly timestamp: number;
  readonly source: EventSource;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly replyToken?: string;
  readonly [property: string]: unknown;
}

export type EventSource =
  | { readonly type: 'user'; readonly userId: string }
  | {
      readonly type: 'group';
      readonly groupId: string;
      readonly userId?: string;
    };

/** Events that can be answered carry a reply token ("Webhook Event Objects"). */
const ANSWERABLE = new Set(['message', 'follow', 'join', 'postback', 'memberJoined']);

/** Puts the common properties around what an event of this type says ("Webhook Event Objects", common properties). */
export function webhookEvent(
  ids: LineIds,
  nowMs: number,
  event: {
    readonly type: string;
    readonly source: EventSource;
    readonly says?: Record<string, unknown>;
  },
): WebhookEvent {
  return {
    type: event.type,
    ...event.says,
    webhookEventId: ids.webhookEvent(nowMs),
    deliveryContext: { isRedelivery: false },
    timestamp: Math.floor(nowMs),
    source: event.source,
    ...(ANSWERABLE.has(event.type) ? { replyToken: ids.replyToken() } : {}),
    mode: 'active',
  };
}

/** The chat an event belongs to, named as the control protocol names chats; nothing for a source of another shape. */
export function chatOfSource(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const { type, userId, groupId } = source as Record<string, unknown>;
  const id = type === 'group' ? groupId : userId;
  return typeof id === 'string' ? id : undefined;
}
