import type { SimState } from '../protocol.ts';
import { BoundedMap } from './bounded-map.ts';
import { CallLog } from './call-log.ts';
import { ChatLog } from './chat-log.ts';
import { ContentStore } from './content-store.ts';
import { Faults } from './faults.ts';
import { LineIds } from './line-ids.ts';
import { LoginTokens } from './login-tokens.ts';
import { People } from './people.ts';
import { Quota, type QuotaSetting } from './quota.ts';
import { ReplyTokens } from './reply-tokens.ts';
import { RetryKeys } from './retry-keys.ts';
import { RichMenus } from './rich-menus.ts';
import { SimClock } from './sim-clock.ts';
import { simulatorLimits } from './simulator-limits.ts';
import { WebhookSender } from './webhook-sender.ts';

export interface PlatformSettings {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly loginChannelId: string;
  /** The name the account shows in chats. */
  readonly botName: string;
  readonly now: () => number;
  readonly seed: number;
  readonly quota: QuotaSetting;
  /** "Receiving messages": redelivery is switched on in the console; here it is on unless a test says otherwise. */
  readonly redelivery: boolean;
  /** Whether group message events name their sender; LINE documents it, for LINE on phones only. */
  readonly groupMessageUserId: boolean;
  /** Whether group postbacks do; LINE documents `userId` for message events only, so not by default. */
  readonly groupPostbackUserId: boolean;
  /** `/members/ids` and `/followers/ids` answer 403 unless the account is verified ("Get group chat member user IDs"). */
  readonly verifiedAccount: boolean;
}

/** Everything LINE holds for one channel. No sockets, no clock and no randomness of its own. */
export class Platform {
  readonly settings: PlatformSettings;
  readonly clock: SimClock;
  readonly ids: LineIds;
  readonly people: People;
  readonly chats = new ChatLog();
  /** Hears of every message that was accepted, whoever receives it. */
  onAccepted: ((message: Readonly<Record<string, unknown>>) => void) | undefined;
  readonly content = new ContentStore();
  readonly replyTokens = new ReplyTokens();
  readonly retryKeys = new RetryKeys();
  readonly quota: Quota;
  readonly richMenus: RichMenus;
  readonly login: LoginTokens;
  readonly calls = new CallLog();
  readonly faults = new Faults();
  readonly webhooks: WebhookSender;
  readonly botUserId: string;
  readonly quoteTokens = new BoundedMap<string, string>(simulatorLimits.quoteTokensKept);
  /** Changes its URL: PUT /v2/bot/channel/webhook/endpoint does it through this, as do tests. */
  connectWebhook: (url: string | undefined) => void = () => {};
  webhookUrl: string | undefined;
  readonly #stateListeners = new Set<() => void>();

  constructor(settings: PlatformSettings) {
    this.settings = settings;
    this.clock = new SimClock(settings.now);
    this.ids = new LineIds(settings.seed);
    this.botUserId = this.ids.user();
    this.people = new People(this.ids);
    this.quota = new Quota(settings.quota);
    this.richMenus = new RichMenus(this.ids);
    this.login = new LoginTokens(settings.loginChannelId, `${settings.channelSecret}:login`, this.ids);
    this.webhooks = new WebhookSender({
      clock: this.clock,
      calls: this.calls,
      faults: this.faults,
      replyTokens: this.replyTokens,
      channelSecret: settings.channelSecret,
      botUserId: this.botUserId,
      redelivery: settings.redelivery,
    });
  }

  now(): number {
    return this.clock.now();
  }

  state(): SimState {
    const nowMs = this.now();
    return {
      users: this.people.users(),
      groups: this.people.groups(),
      nowMs,
      quota: this.quota.read(nowMs),
      richMenus: this.richMenus.links(),
      ...(this.richMenus.defaultId ? { defaultRichMenu: this.richMenus.defaultId } : {}),
    };
  }

  /** Calls `listener` whenever what `state` shows changed; the answer ends that. */
  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  tellState(): void {
    for (const listener of [...this.#stateListeners]) listener();
  }

  /** Moves LINE's clock and tries the deliveries that wait for a later time. */
  async setClock(nowMs: number): Promise<void> {
    this.clock.set(nowMs);
    this.tellState();
    await this.webhooks.sendWaiting();
  }
}
