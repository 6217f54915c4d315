/**
 * `malformed`: not something this program sealed. `wrong-key`: sealed to another key. `rejected`: changed on the way,
 * or opened for another purpose than it was sealed for. `bad-key`: a key that is none.
 */
export type SealingErrorCode = 'malformed' | 'wrong-key' | 'rejected' | 'bad-key';

/** The only error of this room. It carries no cause and no content: its text may go to a log. */
export class SealingError extends Error {
  readonly code: SealingErrorCode;
  constructor(code: SealingErrorCode) {
    super(`sealing: ${code}`);
    this.name = 'SealingError';
    this.code = code;
  }
}
