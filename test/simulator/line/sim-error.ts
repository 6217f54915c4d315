/** What was asked of the simulator itself is wrong (400) or unknown (404). LINE's own refusals are `LineApiError`s. */
export class SimError extends Error {
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.name = 'SimError';
    this.status = status;
  }
}
