import type { messagingApi } from '@line/bot-sdk';
import { truncate, truncateUnits } from '../../shared/thai/text.ts';
import type { Message } from './line.ts';

export type Box = messagingApi.FlexBox;
export type Component = messagingApi.FlexComponent;
export type Bubble = messagingApi.FlexBubble;
export type Action = messagingApi.Action;

/** Colours that keep AA contrast on white (LINE's own green does not: 2.26:1). */
export const COLORS = {
  green: '#04873A',
  text: '#1C2B33',
  muted: '#5B6770',
  line: '#E3E8EC',
  soft: '#F2F6F4',
  amber: '#9A5B00',
  red: '#B3261E',
  track: '#DDE5E1',
  white: '#FFFFFF',
} as const;

/** LINE's limits (Messaging API reference), in the units LINE counts. */
export const LIMITS = {
  altTextUnits: 1500,
  flexLabelGraphemes: 40,
  quickReplyLabelGraphemes: 20,
  displayTextGraphemes: 300,
  textUnits: 5000,
  quickReplies: 13,
  bubbles: 12,
  bubbleBytes: 30_000,
  carouselBytes: 50_000,
} as const;

interface TextStyle {
  readonly size?: string;
  readonly weight?: 'regular' | 'bold';
  readonly color?: string;
  readonly align?: 'start' | 'end' | 'center';
  readonly wrap?: boolean;
  readonly margin?: string;
  readonly flex?: number;
  readonly maxLines?: number;
}

/** One text. An empty one would be refused by LINE, so it becomes a dash. */
export function text(content: string, style: TextStyle = {}): Component {
  return {
    type: 'text',
    text: content === '' ? '-' : content,
    color: COLORS.text,
    wrap: true,
    ...style,
  } as Component;
}

export function row(contents: readonly Component[], style: Partial<Box> = {}): Component {
  return { type: 'box', layout: 'horizontal', contents: [...contents], ...style } as Component;
}

export function column(contents: readonly Component[], style: Partial<Box> = {}): Component {
  return { type: 'box', layout: 'vertical', contents: [...contents], ...style } as Component;
}

export function separator(margin = 'lg'): Component {
  return { type: 'separator', margin, color: COLORS.line } as Component;
}

/** A button that presses `data` and shows `says` as what the person said. */
export function press(label: string, data: string, says?: string): Action {
  const displayText = says === undefined ? {} : { displayText: truncate(says, LIMITS.displayTextGraphemes) };
  return { type: 'postback', label: truncate(label, LIMITS.flexLabelGraphemes), data, ...displayText };
}

export function button(action: Action, style: 'primary' | 'secondary' | 'link' = 'primary'): Component {
  const color = style === 'primary' ? { color: COLORS.green } : {};
  return { type: 'button', action, style, height: 'sm', ...color } as Component;
}

/** A quick reply; its label is cut to LINE's 20 graphemes. */
export function quick(label: string, data: string, says = label): messagingApi.QuickReplyItem {
  const short = truncate(label, LIMITS.quickReplyLabelGraphemes);
  return { type: 'action', action: { type: 'postback', label: short, data, displayText: says } };
}

/** A quick reply that types a word for the person. */
export function quickSay(label: string, says = label): messagingApi.QuickReplyItem {
  const short = truncate(label, LIMITS.quickReplyLabelGraphemes);
  return { type: 'action', action: { type: 'message', label: short, text: says } };
}

/** A text message, with quick replies when there are some. */
export function say(content: string, quickReplies: readonly messagingApi.QuickReplyItem[] = []): Message {
  return withQuick({ type: 'text', text: truncateUnits(content, LIMITS.textUnits) }, quickReplies);
}

/** The same message with quick replies under it, at most as many as LINE shows. */
export function withQuick(message: Message, items: readonly messagingApi.QuickReplyItem[]): Message {
  return items.length === 0
    ? message
    : { ...message, quickReply: { items: items.slice(0, LIMITS.quickReplies) } };
}

export interface CardParts {
  readonly title: string;
  /** A line above the title: whose card this is. */
  readonly kicker?: string;
  readonly body: readonly Component[];
  /** At most two: one idea a card. */
  readonly buttons?: readonly Component[];
  readonly size?: 'kilo' | 'mega' | 'giga';
}

/** One card. */
export function bubble(parts: CardParts): Bubble {
  const head = [
    ...(parts.kicker === undefined ? [] : [text(parts.kicker, { size: 'xs', color: COLORS.muted })]),
    text(parts.title, { size: 'lg', weight: 'bold' }),
  ];
  return {
    type: 'bubble',
    size: parts.size ?? 'mega',
    body: column([...head, ...parts.body], { paddingAll: '18px' }) as Box,
    ...(parts.buttons && parts.buttons.length > 0
      ? { footer: column(parts.buttons, { spacing: 'sm', paddingAll: '14px', paddingTop: '0px' }) as Box }
      : {}),
  };
}

/** A Flex message. `altText` is what the chat list, the lock screen and old phones show. */
export function flex(altText: string, contents: Bubble): Message {
  return { type: 'flex', altText: truncateUnits(altText, LIMITS.altTextUnits), contents };
}

/** Size of Flex JSON as LINE counts it: UTF-8 bytes. */
export function bytesOf(contents: unknown): number {
  return Buffer.byteLength(JSON.stringify(contents));
}

/**
 * Puts bubbles into as few carousels as LINE's limits allow (12 bubbles, 50 KB; the first bubble's size rules).
 * One bubble stays a plain card.
 */
export function carousels(altText: string, bubbles: readonly Bubble[]): readonly Message[] {
  const groups: Bubble[][] = [];
  let bytes = 0;
  for (const one of bubbles) {
    const size = bytesOf(one) + 1;
    const last = groups.at(-1);
    if (!last || last.length >= LIMITS.bubbles || bytes + size > LIMITS.carouselBytes - 200) {
      groups.push([one]);
      bytes = size;
    } else {
      last.push(one);
      bytes += size;
    }
  }
  return groups.map((group) => {
    const [only, ...others] = group;
    if (only && others.length === 0) return flex(altText, only);
    return {
      type: 'flex',
      altText: truncateUnits(altText, LIMITS.altTextUnits),
      contents: { type: 'carousel', contents: group },
    };
  });
}
