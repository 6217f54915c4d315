import type { RichMenu } from '../../shared/menus/rich-menu.ts';

/** What LINE answered: its value, that there is no such thing (404), or why it did not do it. Status 0: no answer at all. */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly status: number };

/** The account as LINE describes it ("Get bot info"). */
export interface AccountInfo {
  readonly basicId: string;
  readonly displayName: string;
  /** `chat`: people of the office may answer by hand in LINE Official Account Manager. */
  readonly chatMode: 'bot' | 'chat';
}

/** A rich menu that LINE holds. */
export interface MenuOnLine {
  readonly id: string;
  readonly name: string;
}

/** The result of LINE's own test of the webhook ("Test webhook endpoint"). */
export interface WebhookTest {
  readonly success: boolean;
  readonly statusCode: number;
  readonly reason: string;
}

/** What setting up asks of LINE, beside the {@link Line} port that the running program uses. No method throws. */
export interface LineAccount {
  info(): Promise<Told<AccountInfo>>;
  webhook(): Promise<Told<{ readonly url: string; readonly active: boolean }>>;
  setWebhook(url: string): Promise<Told<unknown>>;
  testWebhook(url: string): Promise<Told<WebhookTest>>;
  menus(): Promise<Told<readonly MenuOnLine[]>>;
  createMenu(menu: RichMenu & { readonly name: string }): Promise<Told<string>>;
  removeMenu(id: string): Promise<Told<unknown>>;
  /** Whether the menu's picture is there. It can be set once only. */
  picture(id: string): Promise<Told<unknown>>;
  setPicture(id: string, png: Buffer): Promise<Told<unknown>>;
  /** Menu ids by alias. */
  aliases(): Promise<Told<ReadonlyMap<string, string>>>;
  createAlias(alias: string, menuId: string): Promise<Told<unknown>>;
  updateAlias(alias: string, menuId: string): Promise<Told<unknown>>;
  removeAlias(alias: string): Promise<Told<unknown>>;
  defaultMenu(): Promise<Told<string>>;
  setDefaultMenu(id: string): Promise<Told<unknown>>;
  /** The menu linked to a person, not the default. */
  menuOf(userId: string): Promise<Told<string>>;
  linkMenu(userId: string, menuId: string): Promise<Told<unknown>>;
  unlinkMenu(userId: string): Promise<Told<unknown>>;
}
