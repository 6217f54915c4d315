import { BoundedMap } from './bounded-map.ts';
import type { CallLog } from './call-log.ts';
import type { Faults } from './faults.ts';
import { recordedBody } from './recorded-body.ts';
import type { ReplyTokens } from './reply-tokens.ts';
import type { SimClock } from './sim-clock.ts';
import { SimError } from './sim-error.ts';
import { simulatorLimits } from './simulator-limits.ts';
import { type Deliver, type DeliveryResult, WEBHOOK_TIMEOUT_MS, webhookHeaders } from './webhook-delivery.ts';
import { chatOfSource, type WebhookEvent } from './webhook-events.ts';

/** LINE does not say how often it redelivers ("Receiving messages", webhook redelivery); these are small. */
const IMMEDIATE_REDELIVERIES = 3;
const REDELIVERIES_MAX = 20;

interface SenderParts {
  readonly clock: SimClock;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly replyTokens: ReplyTokens;
  readonly channelSecret: string;
  readonly botUserId: string;
  readonly redelivery: boolean;
}

/** An event that still has to be sent: failed before, or chosen by the faults to come late or once more. */
interface Waiting {
  readonly event: WebhookEvent;
  readonly isRedelivery: boolean;
  readonly attempts: number;
}

/**
 * Sends webhooks as LINE does: signed, at least once while redelivery is on, the same `webhookEventId` and `replyToken`
 * each time ("Receiving messages", redelivered webhooks). Redelivery needs no waiting: it happens at once a few times,
 * then whenever `sendWaiting` is called, which moving the clock does.
 */
export class WebhookSender {
  readonly #parts: SenderParts;
  readonly #past = new BoundedMap<string, WebhookEvent>(simulatorLimits.eventsKept);
  #waiting: Waiting[] = [];
  #late: Waiting[] = [];
  #deliver: Deliver | undefined;
  #path = '/webhook';

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Where webhooks go from now on; nothing: the channel's webhook is off and events are lost. */
  connect(deliver: Deliver | undefined, path: string): void {
    this.#deliver = deliver;
    this.#path = path;
  }

  /** How many deliveries are still waiting for a later try. */
  get waitingCount(): number {
    return this.#waiting.length + this.#late.length;
  }

  /** Settles when the event was answered with 2xx, given up, or put aside by a fault. */
  async send(event: WebhookEvent): Promise<void> {
    this.#past.set(event.webhookEventId, event);
    if (this.#deliver === undefined) return;
    const fault = this.#parts.faults.forWebhook();
    const late = this.#late;
    this.#late = [];
    if (fault.disorder) {
      this.#late.push({ event, isRedelivery: false, attempts: 0 });
    } else {
      const once = this.#attempt({ event, isRedelivery: false, attempts: 0 });
      await (fault.duplicate ? Promise.all([once, this.#post([event], false)]) : once);
    }
    if (fault.redeliver) this.#late.push({ event, isRedelivery: true, attempts: 0 });
    for (const delayed of late) await this.#attempt(delayed);
  }

  /** Tries everything that waits once more: failed events in their order, then late ones. */
  async sendWaiting(): Promise<void> {
    const waiting = [...this.#waiting, ...this.#late];
    this.#waiting = [];
    this.#late = [];
    for (const item of waiting) {
      const result = await this.#post([item.event], item.isRedelivery);
      if (!isSuccess(result))
        this.#keep({
          ...item,
          isRedelivery: true,
          attempts: item.attempts + 1,
        });
    }
  }

  /** Sends a past event again, once. */
  async redeliver(webhookEventId: string): Promise<DeliveryResult> {
    const event = this.#past.get(webhookEventId);
    if (event === undefined) throw new SimError(404, `no event ${webhookEventId}`);
    return this.#post([event], true);
  }

  /** Signs and sends these bytes as they are, once. Reply tokens in them work if the bytes are a usual webhook body. */
  async sendRaw(body: Buffer): Promise<DeliveryResult> {
    for (const event of eventsIn(body)) this.#noteDelivery(event);
    return this.#deliverBytes(body);
  }

  async #attempt(item: Waiting): Promise<void> {
    let result = await this.#post([item.event], item.isRedelivery);
    let attempts = item.attempts + 1;
    if (isSuccess(result) || !this.#parts.redelivery) return;
    for (let redelivery = 0; redelivery < IMMEDIATE_REDELIVERIES; redelivery += 1) {
      result = await this.#post([item.event], true);
      attempts += 1;
      if (isSuccess(result)) return;
    }
    this.#keep({ event: item.event, isRedelivery: true, attempts });
  }

  #keep(item: Waiting): void {
    const full = this.#waiting.length >= simulatorLimits.eventsKept;
    if (this.#parts.redelivery && item.attempts < REDELIVERIES_MAX && !full) this.#waiting.push(item);
  }

  #post(events: readonly WebhookEvent[], isRedelivery: boolean): Promise<DeliveryResult> {
    const sent = events.map((event) => ({
      ...event,
      deliveryContext: { isRedelivery },
    }));
    for (const event of sent) this.#noteDelivery(event);
    const body = Buffer.from(JSON.stringify({ destination: this.#parts.botUserId, events: sent }));
    return this.#deliverBytes(body);
  }

  async #deliverBytes(body: Buffer): Promise<DeliveryResult> {
    const { clock, calls, channelSecret } = this.#parts;
    if (this.#deliver === undefined) return { status: 0, body: 'no webhook URL' };
    const headers = webhookHeaders(body, channelSecret);
    const atMs = clock.now();
    const startedMs = clock.elapsed();
    let result: DeliveryResult;
    try {
      result = await this.#deliver(body, headers);
    } catch (error) {
      result = {
        status: 0,
        body: error instanceof Error ? error.message : String(error),
      };
    }
    // An answer after the time limit is no answer, also when a test moved the clock instead of waiting.
    if (clock.elapsed() - startedMs > WEBHOOK_TIMEOUT_MS) result = { status: 0, body: 'request timeout' };
    calls.add({
      atMs,
      direction: 'to-program',
      method: 'POST',
      path: this.#path,
      headers,
      body: recordedBody(body),
      status: result.status,
      responseBody: result.body ?? '',
    });
    return result;
  }

  #noteDelivery(event: Partial<WebhookEvent>): void {
    const chatId = chatOfSource(event.source);
    const nowMs = this.#parts.clock.now();
    if (typeof event.replyToken !== 'string' || chatId === undefined) return;
    const eventAtMs = typeof event.timestamp === 'number' ? event.timestamp : nowMs;
    this.#parts.replyTokens.delivered(event.replyToken, chatId, eventAtMs, nowMs);
  }
}

function isSuccess(result: DeliveryResult): boolean {
  return result.status >= 200 && result.status < 300;
}

function eventsIn(body: Buffer): Partial<WebhookEvent>[] {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    const events = typeof parsed === 'object' && parsed !== null && 'events' in parsed ? parsed.events : [];
    return Array.isArray(events) ? events.filter((event) => typeof event === 'object' && event !== null) : [];
  } catch {
    return [];
  }
}
