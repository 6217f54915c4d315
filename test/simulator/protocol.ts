/**
 * What the simulator's page and the scenario tests say to the simulator, over HTTP with JSON.
 * LINE's own addresses (`/v2/bot/...`, `/oauth2/v2.1/...`) are served beside these by the same port; a host
 * cannot be told apart on loopback, so `api.line.me` and `api-data.line.me` are the same address here.
 *
 * A chat is named by the id LINE gives it: the user id for a 1:1 chat with the office's account, the group id for a group.
 */

/** A person with a phone. */
export interface SimUser {
  readonly id: string;
  readonly name: string;
  /** Who this is, for the person who tries the program: "กองคลัง", "ประชาชน". */
  readonly label: string;
  /** Has the office's account as a friend. */
  readonly follows: boolean;
  readonly blocks: boolean;
}

export interface SimGroup {
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly string[];
  /** The office's account is in the group. */
  readonly botIn: boolean;
}

/** What somebody sees in a chat. Messages of the office's account are kept exactly as LINE received them. */
export type SimContent =
  | { readonly kind: 'bot'; readonly message: Readonly<Record<string, unknown>> }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly fileName: string;
      readonly fileSizeBytes: number;
      readonly contentUrl: string;
    }
  | { readonly kind: 'image' | 'video' | 'audio'; readonly contentUrl: string }
  | {
      readonly kind: 'location';
      readonly title: string;
      readonly address: string;
      readonly latitude: number;
      readonly longitude: number;
    }
  | { readonly kind: 'sticker' }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'unsent' };

export interface SimMessage {
  /** Grows by one with every message anywhere; the cursor of `after`. */
  readonly seq: number;
  readonly chatId: string;
  readonly messageId: string;
  /** `bot`, a user id, or `system` for notices such as "joined the group". */
  readonly from: string;
  readonly sentAtMs: number;
  readonly via?: 'reply' | 'push';
  readonly content: SimContent;
}

export interface SimState {
  readonly users: readonly SimUser[];
  readonly groups: readonly SimGroup[];
  readonly nowMs: number;
  readonly quota: { readonly type: 'none' | 'limited'; readonly limit: number; readonly used: number };
  /** Linked rich menu per user id, as LINE holds it. */
  readonly richMenus: Readonly<Record<string, string>>;
  /** The rich menu of everybody who has none of their own. */
  readonly defaultRichMenu?: string;
}

/** One call of the program to LINE, or of LINE to the program's webhook, as recorded. */
export interface SimCall {
  readonly seq: number;
  readonly atMs: number;
  readonly direction: 'to-line' | 'to-program';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly responseBody: string;
}

/** Misbehaviour on demand. Every field is optional; what is left out behaves. Rates are 0 to 1 and drawn from `seed`. */
export interface SimFaults {
  readonly seed?: number;
  /** Answers to LINE API calls whose path starts with `path`; the first matching rule with `times` left is used. */
  readonly api?: readonly {
    readonly path: string;
    readonly method?: string;
    readonly times?: number;
    readonly rate?: number;
    readonly answer:
      | { readonly status: number; readonly message: string }
      /** The call takes effect, but the answer is 500. */
      | { readonly acceptedThen: 500 }
      /** The call takes effect, but no answer ever comes (the connection is cut). */
      | { readonly acceptedThen: 'cut' }
      | { readonly cut: true }
      /** The call takes effect, and the connection breaks in the middle of the answer's body. */
      | { readonly cutMidBody: true }
      | { readonly delayMs: number };
  }[];
  /** Webhooks: share sent twice at once, share sent again later with isRedelivery, share delayed past the next one. */
  readonly webhook?: {
    readonly duplicateRate?: number;
    readonly redeliverRate?: number;
    readonly disorderRate?: number;
  };
  /** How often `content` answers 202 before it answers 200. */
  readonly contentNotReadyTimes?: number;
}

/** What the page tells a person who tries the program; absent when a test runs the simulator alone. */
export interface SimDemo {
  readonly officeName: string;
  readonly accountName: string;
  /** Where the program's own clock can be moved. */
  readonly controlUrl?: string;
  /** Where the mini-app is served. */
  readonly liffUrl?: string;
  readonly personas?: readonly { readonly userId: string; readonly label: string; readonly hint: string }[];
  readonly tips?: readonly string[];
}

/**
 * Addresses of the simulator:
 *
 * | method and path | body → answer |
 * |---|---|
 * | GET /sim/state | → SimState |
 * | POST /sim/users | {name, label?, follows?} → SimUser (a `follow` webhook is sent when it follows) |
 * | POST /sim/users/:id/follow · /block | → SimUser, with LINE's follow and unfollow webhooks |
 * | POST /sim/groups | {name, memberIds, botIn?} → SimGroup (a `join` webhook when the bot is in) |
 * | POST /sim/groups/:id/bot | {in: boolean} → SimGroup (`join` or `leave` webhook) |
 * | POST /sim/groups/:id/members | {userId, in: boolean} → SimGroup (`memberJoined`, `memberLeft`) |
 * | POST /sim/chats/:chatId/messages | {from, text} or {from, location} or {from, sticker: true} → SimMessage |
 * | POST /sim/chats/:chatId/files?from=U…&kind=file·image·video·audio&fileName=… | raw bytes → SimMessage |
 * | POST /sim/chats/:chatId/postbacks | {from, data, displayText?, params?} → {} |
 * | POST /sim/chats/:chatId/menu-switch | {from, alias, data} → {} a tap that shows another rich menu |
 * | POST /sim/chats/:chatId/unsend | {from, messageId} → {} |
 * | GET /sim/chats/:chatId/messages?as=U…&after=SEQ&waitMs=N | → SimMessage[]; waits up to N ms for the first one after SEQ |
 * | GET /sim/events?after=SEQ | server-sent events: `message` (SimMessage) and `state` (SimState) |
 * | GET /sim/content/:messageId | the bytes, for the page |
 * | GET /sim/calls?after=SEQ | → SimCall[] |
 * | POST /sim/webhook | raw webhook body to be signed and delivered as it is → {status, body} |
 * | POST /sim/redeliver | {webhookEventId} → {status} sends a past event again, isRedelivery true |
 * | PUT /sim/faults | SimFaults → {} ({} clears) |
 * | PUT /sim/quota | {type, limit?, used?} → {} |
 * | PUT /sim/clock | {nowMs} → {} from here the clock runs on from there; reply tokens, retry keys and months follow it |
 * | POST /sim/login | {userId} → {idToken, accessToken} a LINE Login for the mini-app |
 * | GET /sim/authorize?user=U…&redirect=… | → 302 back to a page on this machine, with a fresh login in its fragment |
 * | GET /sim/demo | → SimDemo, or 404 |
 * | GET /sim/richmenus | → {menus, aliases, defaultId?} rich menus as LINE holds them, for the page |
 * | GET /sim/richmenus/:richMenuId | one of them |
 * | GET /sim/richmenus/:richMenuId/image | the picture's bytes |
 *
 * Posting answers after the webhook was delivered (2xx, or given up), so a test needs no waiting of its own.
 * Errors are {message} with 400 or 404.
 */
export const SIM_PROTOCOL_VERSION = 1;
