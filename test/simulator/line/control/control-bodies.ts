import { z } from 'zod';
import { SimError } from '../sim-error.ts';

const rate = z.number().min(0).max(1);
const userId = z.string().min(1);

/** Bodies of the control protocol. Unknown properties are refused: a misspelt fault would silently test nothing. */
export const controlBodies = {
  user: z.strictObject({
    name: z.string().min(1),
    label: z.string().optional(),
    follows: z.boolean().optional(),
  }),
  group: z.strictObject({
    name: z.string().min(1),
    memberIds: z.array(userId),
    botIn: z.boolean().optional(),
  }),
  bot: z.strictObject({ in: z.boolean() }),
  member: z.strictObject({ userId, in: z.boolean() }),
  message: z.union([
    z.strictObject({ from: userId, text: z.string().min(1) }),
    z.strictObject({
      from: userId,
      location: z.strictObject({
        title: z.string().default(''),
        address: z.string().default(''),
        latitude: z.number(),
        longitude: z.number(),
      }),
    }),
    z.strictObject({ from: userId, sticker: z.literal(true) }),
  ]),
  postback: z.strictObject({
    from: userId,
    data: z.string(),
    displayText: z.string().optional(),
    params: z.record(z.string(), z.string()).optional(),
  }),
  menuSwitch: z.strictObject({ from: userId, alias: z.string().min(1), data: z.string() }),
  unsend: z.strictObject({ from: userId, messageId: z.string().min(1) }),
  redeliver: z.strictObject({ webhookEventId: z.string().min(1) }),
  faults: z.strictObject({
    seed: z.number().int().optional(),
    api: z
      .array(
        z.strictObject({
          path: z.string().min(1),
          method: z.string().optional(),
          times: z.number().int().min(0).optional(),
          rate: rate.optional(),
          answer: z.union([
            z.strictObject({
              status: z.number().int().min(200).max(599),
              message: z.string(),
            }),
            z.strictObject({
              acceptedThen: z.union([z.literal(500), z.literal('cut')]),
            }),
            z.strictObject({ cut: z.literal(true) }),
            z.strictObject({ cutMidBody: z.literal(true) }),
            z.strictObject({ delayMs: z.number().min(0) }),
          ]),
        }),
      )
      .optional(),
    webhook: z
      .strictObject({
        duplicateRate: rate.optional(),
        redeliverRate: rate.optional(),
        disorderRate: rate.optional(),
      })
      .optional(),
    contentNotReadyTimes: z.number().int().min(0).optional(),
  }),
  quota: z.strictObject({
    type: z.enum(['none', 'limited']),
    limit: z.number().int().min(0).optional(),
    used: z.number().int().min(0).optional(),
  }),
  clock: z.strictObject({ nowMs: z.number().min(0) }),
  login: z.strictObject({ userId, nonce: z.string().optional() }),
} as const;

/** Reads a body of the control protocol; throws a 400 that says what is wrong with it. */
export function readControlBody<T>(schema: z.ZodType<T>, body: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new SimError(400, 'the body is no JSON');
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new SimError(400, z.prettifyError(result.error));
  return result.data;
}

/** zod marks absent properties as possibly undefined, the protocol as absent; JSON knows only the latter. */
export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return JSON.parse(JSON.stringify(value)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
