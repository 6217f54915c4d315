import { z } from 'zod';
import type { OfficeKeys } from '../office-keys.ts';
import { CONVERSATION_VERSION, type Conversation, type Flow } from './records.ts';

const flowSchema = z.object({
  feature: z.string(),
  state: z.unknown(),
  lastEventAtMs: z.number().optional(),
});

/** A conversation as the program works with it. */
export interface OpenConversation {
  readonly rev: number;
  readonly flow?: Flow;
  /** False for one that another version of the program wrote. */
  readonly isReadable: boolean;
}

/** Opens a stored conversation for the person it belongs to. What cannot be read counts as another version's. */
export function openConversation(
  stored: Conversation | undefined,
  chatId: string,
  keys: OfficeKeys,
): OpenConversation {
  const rev = stored?.rev ?? 0;
  if (stored === undefined) return { rev, isReadable: true };
  if (stored.version !== CONVERSATION_VERSION) return { rev, isReadable: false };
  if (stored.closedFlow === undefined) return { rev, isReadable: true };
  const flow = flowSchema.safeParse(keys.openFor(chatId, stored.closedFlow));
  return flow.success ? { rev, flow: flow.data as Flow, isReadable: true } : { rev, isReadable: false };
}
