import { repairThai } from '../../shared/thai/text.ts';
import type { ChatEvent } from './event.ts';
import type { ChatFeature, Command, Trigger } from './feature.ts';
import type { Flow } from './records.ts';

/** Which feature answers, and why. */
export interface Route {
  readonly feature: ChatFeature;
  readonly trigger: Trigger;
}

/** Words that stop whatever is open. */
export const CANCEL_WORDS: readonly string[] = ['ยกเลิก', 'เลิก', 'cancel'];
/** Longer messages are never commands: nobody types them as one. */
const MAX_COMMAND_LENGTH = 200;

/**
 * Decides who handles an event, without reading anything. Undefined: nobody, the event has no effect.
 * In a 1:1 chat an open flow gets what is typed or sent; buttons always go to the feature that drew them.
 * `fallback` answers what nobody understands in a 1:1 chat; in a group the program keeps silent.
 */
export function route(
  features: readonly ChatFeature[],
  event: ChatEvent,
  flow: Flow | undefined,
  fallback: ChatFeature,
): Route | undefined {
  const { input } = event;
  const inUserChat = event.chat.kind === 'user';
  if (input.kind === 'button') {
    const feature = features.find((one) => one.name === input.press.feature);
    return feature && { feature, trigger: { kind: 'button', press: input.press } };
  }
  const open = inUserChat && flow ? features.find((one) => one.name === flow.feature) : undefined;
  const spoken = ['text', 'file', 'media', 'location', 'unsent'].includes(input.kind);
  if (input.kind === 'text') {
    const said = repairThai(input.text).trim();
    if (open && CANCEL_WORDS.includes(said.toLowerCase()))
      return { feature: open, trigger: { kind: 'cancel' } };
    if (open) return { feature: open, trigger: { kind: 'answer', input } };
    const started = said.length <= MAX_COMMAND_LENGTH && startedBy(features, said, event.chat.kind);
    if (started) return started;
    const noticing = features.find((one) => one.accepts?.(event));
    if (noticing) return { feature: noticing, trigger: { kind: 'input', input } };
    return inUserChat ? { feature: fallback, trigger: { kind: 'input', input } } : undefined;
  }
  if (open && spoken) return { feature: open, trigger: { kind: 'answer', input } };
  const accepting = features.find((one) => one.accepts?.(event));
  return accepting && { feature: accepting, trigger: { kind: 'input', input } };
}

function startedBy(
  features: readonly ChatFeature[],
  said: string,
  where: 'user' | 'group',
): Route | undefined {
  for (const feature of features) {
    for (const command of feature.commands) {
      if (command.where !== 'anywhere' && command.where !== where) continue;
      const rest = restAfter(command, said);
      if (rest !== undefined)
        return {
          feature,
          trigger: { kind: 'command', name: command.name, rest },
        };
    }
  }
  return undefined;
}

/** What follows the command's word; an empty string when the word is all; undefined when it is another message. */
function restAfter(command: Command, said: string): string | undefined {
  const lower = said.toLowerCase();
  for (const word of command.words) {
    if (lower === word) return '';
    if (command.takesRest && lower.startsWith(`${word} `)) return said.slice(word.length + 1).trim();
  }
  return undefined;
}
