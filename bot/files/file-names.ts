/** Which files there are: for whoever carries all of them somewhere else. */
export interface FileNames {
  /** Names of up to `limit` whole files of all folders, in the order of their characters, after the name `after`. */
  names(page: { readonly after?: string | undefined; readonly limit: number }): Promise<readonly string[]>;
}
