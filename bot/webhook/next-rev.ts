import type { Random } from '../random.ts';
import type { OpenConversation } from './open-conversation.ts';

const START_BYTES = 5;

/**
 * The revision after this one. A new flow starts at a random one: counted from the first, it would tell how many steps a
 * person took, and a complaint of many pieces takes many.
 */
export function nextRevOf({ rev, flow }: Pick<OpenConversation, 'rev' | 'flow'>, random: Random): number {
  if (flow !== undefined) return rev + 1;
  return Buffer.from(random.bytes(START_BYTES)).readUIntBE(0, START_BYTES);
}
