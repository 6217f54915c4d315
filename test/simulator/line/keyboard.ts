import type { SimContent, SimMessage } from '../protocol.ts';
import type { StoredContent } from './content-store.ts';
import { mentionsIn } from './mentions.ts';
import type { Platform } from './platform.ts';
import { SimError } from './sim-error.ts';
import { simulatorLimits } from './simulator-limits.ts';
import { type EventSource, webhookEvent } from './webhook-events.ts';

const QUOTE_TOKEN_CHARS = 86;
const MEDIA_DURATION_MS = 10_000;
/** A LINE sticker everybody has; which one is sent does not matter here. */
const STICKER = {
  packageId: '446',
  stickerId: '1988',
  stickerResourceType: 'STATIC',
  keywords: ['hello'],
};

export interface SimFile {
  readonly kind: StoredContent['kind'];
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface SimPlace {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What people send into chats. Each call shows the message in the chat and settles after its webhook did. */
export class Keyboard {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async text(chatId: string, from: string, text: string): Promise<SimMessage> {
    if (text === '') throw new SimError(400, 'text is empty');
    const mention = this.#mention(chatId, text);
    const says = {
      type: 'text',
      text,
      ...(mention === undefined ? {} : { mention }),
    };
    return this.#send(chatId, from, { kind: 'text', text }, { says, quotable: true });
  }

  location(chatId: string, from: string, place: SimPlace): Promise<SimMessage> {
    const { title, address, latitude, longitude } = place;
    const says = { type: 'location', title, address, latitude, longitude };
    return this.#send(chatId, from, { kind: 'location', title, address, latitude, longitude }, { says });
  }

  sticker(chatId: string, from: string): Promise<SimMessage> {
    const says = { type: 'sticker', ...STICKER };
    return this.#send(chatId, from, { kind: 'sticker' }, { says, quotable: true });
  }

  /** Sends a file, picture, film or recording; its bytes wait at "Get content". At most 50 MB. */
  async file(chatId: string, from: string, file: SimFile): Promise<SimMessage> {
    if (file.bytes.length > simulatorLimits.contentBytesMax) throw new SimError(400, 'file is too large');
    this.#mustBeIn(chatId, from);
    const messageId = this.#platform.ids.message(this.#platform.now());
    this.#platform.content.add({ messageId, ...file });
    const contentUrl = `/sim/content/${messageId}`;
    const { kind, fileName } = file;
    if (kind === 'file') {
      const content = {
        kind,
        fileName,
        fileSizeBytes: file.bytes.length,
        contentUrl,
      };
      const says = { type: kind, fileName, fileSize: file.bytes.length };
      return this.#send(chatId, from, content, { says, messageId });
    }
    const duration = kind === 'image' ? {} : { duration: MEDIA_DURATION_MS };
    const says = { type: kind, ...duration, contentProvider: { type: 'line' } };
    return this.#send(chatId, from, { kind, contentUrl }, { says, messageId, quotable: kind !== 'audio' });
  }

  /** Presses a button with a postback action; `displayText` appears as the person's own message ("Postback event"). */
  async postback(
    chatId: string,
    from: string,
    postback: {
      data: string;
      displayText?: string;
      params?: Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    this.#mustBeIn(chatId, from);
    const sentAtMs = this.#platform.now();
    if (postback.displayText !== undefined && postback.displayText !== '') {
      const messageId = this.#platform.ids.message(sentAtMs);
      const content = { kind: 'text', text: postback.displayText } as const;
      this.#platform.chats.append({
        chatId,
        messageId,
        from,
        sentAtMs,
        content,
      });
    }
    const { data, params } = postback;
    const says = {
      postback: { data, ...(params === undefined ? {} : { params }) },
    };
    const source = this.#source(chatId, from, this.#platform.settings.groupPostbackUserId);
    if (source !== undefined) await this.#emit('postback', source, says);
  }

  /** Taps an area that shows another rich menu: the person is linked to it, and the program is told ("Rich menu switch action"). */
  async switchMenu(chatId: string, from: string, alias: string, data: string): Promise<void> {
    const { richMenus } = this.#platform;
    const menuId = richMenus.alias(alias);
    if (menuId !== undefined) richMenus.link(from, menuId);
    this.#platform.tellState();
    const params: Record<string, string> =
      menuId === undefined
        ? { status: 'RICHMENU_ALIAS_ID_NOTFOUND' }
        : { newRichMenuAliasId: alias, status: 'SUCCESS' };
    await this.postback(chatId, from, { data, params });
  }

  /** Takes a message back: it shows as unsent, its bytes are gone, and the program is told ("Unsend event"). */
  async unsend(chatId: string, from: string, messageId: string): Promise<void> {
    this.#mustBeIn(chatId, from);
    const { chats, content, settings } = this.#platform;
    const message = chats.find(chatId, messageId);
    if (message === undefined || message.from !== from)
      throw new SimError(404, `no message ${messageId} of ${from}`);
    if (message.content.kind === 'unsent') return;
    chats.replace(chatId, messageId, { kind: 'unsent' });
    content.unsend(messageId);
    const source = this.#source(chatId, from, settings.groupMessageUserId);
    if (source !== undefined) await this.#emit('unsend', source, { unsend: { messageId } });
  }

  async #send(
    chatId: string,
    from: string,
    content: SimContent,
    event: {
      readonly says: Record<string, unknown>;
      readonly messageId?: string;
      readonly quotable?: boolean;
    },
  ): Promise<SimMessage> {
    this.#mustBeIn(chatId, from);
    const { chats, ids, people, quoteTokens, settings } = this.#platform;
    const sentAtMs = this.#platform.now();
    const messageId = event.messageId ?? ids.message(sentAtMs);
    if (chatId === from) people.noteDirectMessage(from, sentAtMs);
    const message = chats.append({
      chatId,
      messageId,
      from,
      sentAtMs,
      content,
    });
    const source = this.#source(chatId, from, settings.groupMessageUserId);
    if (source === undefined) return message;
    const quoteToken = event.quotable === true ? ids.opaque(QUOTE_TOKEN_CHARS) : undefined;
    if (quoteToken !== undefined) quoteTokens.set(quoteToken, chatId);
    const says = {
      id: messageId,
      ...event.says,
      ...(quoteToken === undefined ? {} : { quoteToken }),
    };
    await this.#emit('message', source, { message: says });
    return message;
  }

  /** Who the event comes from; nothing when the account is not in the group and so hears nothing. */
  #source(chatId: string, from: string, nameSender: boolean): EventSource | undefined {
    if (chatId === from) return { type: 'user', userId: from };
    if (!this.#platform.people.group(chatId).botIn) return undefined;
    return {
      type: 'group',
      groupId: chatId,
      ...(nameSender ? { userId: from } : {}),
    };
  }

  #mustBeIn(chatId: string, from: string): void {
    const { people } = this.#platform;
    const user = people.user(from);
    const group = people.findGroup(chatId);
    if (group === undefined && chatId !== from) throw new SimError(404, `no chat ${chatId} for ${from}`);
    if (group !== undefined && !group.memberIds.includes(from))
      throw new SimError(400, `${from} is not in the group`);
    if (group === undefined && user.blocks) throw new SimError(400, `${from} blocks the account`);
  }

  #mention(chatId: string, text: string): ReturnType<typeof mentionsIn> {
    const { people, settings, botUserId } = this.#platform;
    const group = people.findGroup(chatId);
    if (group === undefined) return undefined;
    const members = group.memberIds.map((id) => ({
      id,
      name: people.user(id).name,
      isBot: false,
    }));
    return mentionsIn(text, [...members, { id: botUserId, name: settings.botName, isBot: true }]);
  }

  #emit(type: string, source: EventSource, says: Record<string, unknown>): Promise<void> {
    const { ids, webhooks } = this.#platform;
    return webhooks.send(webhookEvent(ids, this.#platform.now(), { type, source, says }));
  }
}
