/** A conversation: a person's 1:1 chat with the office's account, or a group (multi-person rooms count as groups). */
export type Chat =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string };

/** What a button carries: `feature/action?name=value`, made by `button.ts`. */
export interface ButtonPress {
  readonly feature: string;
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  /** The moment or day picked with a date button, as LINE writes it. */
  readonly picked?: string;
}

/** What somebody did in a chat. */
export type Input =
  | { readonly kind: 'text'; readonly text: string; readonly messageId: string }
  | {
      readonly kind: 'file';
      readonly messageId: string;
      readonly fileName: string;
      readonly sizeBytes: number;
    }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'video' | 'audio';
      readonly messageId: string;
    }
  | {
      readonly kind: 'location';
      readonly messageId: string;
      readonly title: string;
      readonly address: string;
      readonly latitude: number;
      readonly longitude: number;
    }
  | { readonly kind: 'button'; readonly press: ButtonPress }
  | { readonly kind: 'followed' }
  | { readonly kind: 'unfollowed' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left' }
  | { readonly kind: 'unsent'; readonly messageId: string }
  /** A sticker, a member who joined, an edit, or something LINE added yesterday. */
  | { readonly kind: 'other'; readonly type: string };

/** One webhook event, as far as the program looks at it. */
export interface ChatEvent {
  /** LINE's `webhookEventId`: the same again when LINE delivers again. */
  readonly id: string;
  /** When it happened, epoch ms by LINE's clock. */
  readonly atMs: number;
  readonly chat: Chat;
  /** Who did it. In groups LINE promises it for messages only. */
  readonly userId?: string;
  /** Absent when LINE allows no reply (left, unfollowed, unsent). */
  readonly replyToken?: string;
  readonly input: Input;
}
