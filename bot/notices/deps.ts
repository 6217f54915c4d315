/** What notices need to know of the world besides the store. */
export interface NoticeDeps {
  /** Where phones reach the program; pictures are shown only when it is `https`. */
  readonly publicUrl: string | undefined;
  /** `@…` id of the office's account, once LINE has said it. */
  accountId(): string | undefined;
}

/** The room under `publicUrl` in which pictures and documents of notices stand open. */
export const OPEN_FILES_PATH = '/notice-files';
