/** Things that must never reach a log, each easy to find again. */
export const PRIVATE = {
  userId: `U${'a1b2c3d4'.repeat(4)}`,
  replyToken: 'reply-token-nobody-may-log',
  text: 'ข้อความลับของประชาชน',
  messageId: '987654321098765432',
} as const;

/** One LINE event, with fields of its own on top. */
export function lineEvent(id: string, fields: object = {}): object {
  return {
    type: 'message',
    webhookEventId: id,
    mode: 'active',
    timestamp: 1_780_000_000_000,
    source: { type: 'user', userId: PRIVATE.userId },
    replyToken: PRIVATE.replyToken,
    deliveryContext: { isRedelivery: false },
    message: { id: PRIVATE.messageId, type: 'text', text: PRIVATE.text },
    ...fields,
  };
}

/** A webhook body as LINE writes it. */
export function webhookBody(...events: readonly object[]): string {
  return JSON.stringify({ destination: `U${'0'.repeat(32)}`, events });
}
