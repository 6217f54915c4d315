import type { messagingApi } from '@line/bot-sdk';

/** One message as the Messaging API takes it. */
export type Message = messagingApi.Message;

/**
 * What became of a send, as data: the caller must treat every case.
 * `unknown` means that LINE may or may not have taken it (timeout, cut connection, 5xx).
 */
export type SendResult =
  | { readonly kind: 'sent' }
  /** 409: an earlier try with the same retry key was taken. A success. */
  | { readonly kind: 'sent-before' }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'month-limit' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: string;
    }
  | { readonly kind: 'unknown' };

/** What became of a download. */
export type ContentResult =
  | {
      readonly kind: 'content';
      readonly bytes: Buffer;
      readonly contentType: string;
    }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unknown' };

/** The month's messages: `limit` absent means no limit. `used` is LINE's own, approximate, count. */
export interface Quota {
  readonly limit?: number;
  readonly used: number;
}

/** The rich menu an alias stands for. `none`: there is no such alias (yet). */
export type MenuBehind =
  | { readonly kind: 'menu'; readonly id: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** What became of a link between a person and a rich menu. `refused`: LINE will not do it now, the menu may be gone. */
export type LinkResult = 'done' | 'refused' | 'unknown';

/** The LINE port. No method throws for what LINE or the network does. */
export interface Line {
  /** Free; a token works once and for about a minute (Messaging API reference, "Send reply message"). */
  reply(replyToken: string, messages: readonly Message[]): Promise<SendResult>;
  /** Costs one message per recipient; `retryKey` is a UUID fixed before the first try ("Retry failed API requests"). */
  push(to: string, messages: readonly Message[], retryKey: string): Promise<SendResult>;
  content(messageId: string, maxBytes: number): Promise<ContentResult>;
  quota(): Promise<Quota | undefined>;
  /** People in a group, the account itself not counted. */
  memberCount(groupId: string): Promise<number | undefined>;
  groupName(groupId: string): Promise<string | undefined>;
  /** The account's own id, `@…`, for links to its chat. */
  accountId(): Promise<string | undefined>;
  displayName(userId: string): Promise<string | undefined>;
  /** The dots that say "an answer is coming"; 1:1 chats only. Best effort. */
  showLoading(userId: string, seconds: number): Promise<void>;
  /** The rich menu that an alias stands for now. */
  menuBehind(aliasId: string): Promise<MenuBehind>;
  /** Shows a person this rich menu instead of the default. Doing it twice changes nothing ("Link rich menu to user"). */
  linkMenu(userId: string, menuId: string): Promise<LinkResult>;
  /** Gives a person the default menu back ("Unlink rich menu from user"). */
  unlinkMenu(userId: string): Promise<LinkResult>;
}
