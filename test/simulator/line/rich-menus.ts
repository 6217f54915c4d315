import type { LineIds } from './line-ids.ts';

/** "Create rich menu": at most 1,000 rich menus per account; "Create rich menu alias": at most 1,000 aliases. */
export const RICH_MENUS_MAX = 1_000;
export const RICH_MENU_ALIASES_MAX = 1_000;

export interface RichMenuImage {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Rich menus, their pictures, aliases and links. Priority: the user's own, then the default ("Rich menus overview"). */
export class RichMenus {
  readonly #ids: LineIds;
  readonly #menus = new Map<string, Readonly<Record<string, unknown>>>();
  readonly #images = new Map<string, RichMenuImage>();
  readonly #aliases = new Map<string, string>();
  readonly #links = new Map<string, string>();
  #defaultId: string | undefined;

  constructor(ids: LineIds) {
    this.#ids = ids;
  }

  /** The new menu's id, or nothing when the account has as many as it may have. */
  create(menu: Readonly<Record<string, unknown>>): string | undefined {
    if (this.#menus.size >= RICH_MENUS_MAX) return undefined;
    const richMenuId = this.#ids.richMenu();
    this.#menus.set(richMenuId, { richMenuId, ...menu });
    return richMenuId;
  }

  get(richMenuId: string): Readonly<Record<string, unknown>> | undefined {
    return this.#menus.get(richMenuId);
  }

  list(): Readonly<Record<string, unknown>>[] {
    return [...this.#menus.values()];
  }

  remove(richMenuId: string): boolean {
    this.#images.delete(richMenuId);
    if (this.#defaultId === richMenuId) this.#defaultId = undefined;
    for (const [userId, linked] of this.#links) if (linked === richMenuId) this.#links.delete(userId);
    return this.#menus.delete(richMenuId);
  }

  image(richMenuId: string): RichMenuImage | undefined {
    return this.#images.get(richMenuId);
  }

  setImage(richMenuId: string, image: RichMenuImage): void {
    this.#images.set(richMenuId, image);
  }

  get defaultId(): string | undefined {
    return this.#defaultId;
  }

  setDefault(richMenuId: string | undefined): void {
    this.#defaultId = richMenuId;
  }

  link(userId: string, richMenuId: string): void {
    this.#links.set(userId, richMenuId);
  }

  unlink(userId: string): void {
    this.#links.delete(userId);
  }

  linkedTo(userId: string): string | undefined {
    return this.#links.get(userId);
  }

  links(): Record<string, string> {
    return Object.fromEntries(this.#links);
  }

  alias(aliasId: string): string | undefined {
    return this.#aliases.get(aliasId);
  }

  setAlias(aliasId: string, richMenuId: string): boolean {
    if (!this.#aliases.has(aliasId) && this.#aliases.size >= RICH_MENU_ALIASES_MAX) return false;
    this.#aliases.set(aliasId, richMenuId);
    return true;
  }

  removeAlias(aliasId: string): boolean {
    return this.#aliases.delete(aliasId);
  }

  aliases(): {
    readonly richMenuAliasId: string;
    readonly richMenuId: string;
  }[] {
    return [...this.#aliases].map(([richMenuAliasId, richMenuId]) => ({
      richMenuAliasId,
      richMenuId,
    }));
  }
}
