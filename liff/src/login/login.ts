/** How the mini-app knows who is in front of it. The token is only ever handed to our own server, which asks LINE. */
export interface Login {
  /** The ID token as LINE gave it; undefined when there is none. It may have expired: the server says so. */
  idToken(): string | undefined;
  /**
   * Gets a fresh token by leaving the page and coming back to it. What must survive is to be stored before.
   * `false`: this is not possible here, and the person has to open the page again from the chat.
   */
  renew(): boolean;
  /** Opens an address of ours outside the app, where files can be saved. */
  openOutside(url: string): void;
}
