/**
 * LINE does not say in which time zone a month of sending begins. Its statistics are counted in UTC+9
 * ("Get number of sent push messages"), so the month is taken to begin there as well.
 */
const QUOTA_MONTH_OFFSET_MS = 9 * 3_600_000;

export interface QuotaSetting {
  readonly type: 'none' | 'limited';
  readonly limit?: number;
  readonly used?: number;
}

/** The month's messages, counted by recipients ("Messaging API pricing", how to count). Replies never come here. */
export class Quota {
  #type: 'none' | 'limited';
  #limit: number;
  #used = 0;
  #month = '';

  constructor(setting: QuotaSetting) {
    this.#type = setting.type;
    this.#limit = setting.limit ?? 0;
    this.#used = setting.used ?? 0;
  }

  read(nowMs: number): {
    readonly type: 'none' | 'limited';
    readonly limit: number;
    readonly used: number;
  } {
    this.#rollOver(nowMs);
    return { type: this.#type, limit: this.#limit, used: this.#used };
  }

  /** Changes plan or count in the middle of the month, as a plan change or the account manager's own posts do. */
  set(setting: QuotaSetting, nowMs: number): void {
    this.#rollOver(nowMs);
    this.#type = setting.type;
    if (setting.limit !== undefined) this.#limit = setting.limit;
    if (setting.used !== undefined) this.#used = setting.used;
  }

  /** Counts `recipients` messages; false, and nothing counted, when they go beyond the month's limit. */
  spend(recipients: number, nowMs: number): boolean {
    this.#rollOver(nowMs);
    if (this.#type === 'limited' && this.#used + recipients > this.#limit) return false;
    this.#used += recipients;
    return true;
  }

  #rollOver(nowMs: number): void {
    const month = new Date(nowMs + QUOTA_MONTH_OFFSET_MS).toISOString().slice(0, 7);
    if (this.#month !== '' && month > this.#month) this.#used = 0;
    this.#month = month;
  }
}
