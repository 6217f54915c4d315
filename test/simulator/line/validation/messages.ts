import { action } from './actions.ts';
import { flexContainer } from './flex-containers.ts';
import { imagemapFields } from './imagemap-message.ts';
import { array, byType, type Fields, isObject, object, type Rule, required } from './object-checks.ts';
import { type ErrorDetail, Report } from './report.ts';
import { template } from './template-messages.ts';
import { bracesMatch, substitution } from './text-v2.ts';
import { boolean, matching, number, oneOf, text, url } from './value-checks.ts';

/** "Send push message" and its sisters: 1 to 5 messages. */
const MESSAGES_MAX = 5;
const TEXT_MAX = 5_000;
const ALT_TEXT_MAX = 1_500;
const URL_MAX = 2_000;
const PLACE_MAX = 100;
const SENDER_NAME_MAX = 20;
const QUICK_REPLIES_MAX = 13;
const EMOJIS_MAX = 20;
const TRACKING_ID_FORM = /^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/;
const TOKEN_MAX = 1_000;

const https = url(['https'], URL_MAX);
const type = required(text({ max: 20 }));
const altText = required(text({ max: ALT_TEXT_MAX }));
const quoteToken = text({ max: TOKEN_MAX });

const quickReplyItem = object({
  type: required(oneOf('action')),
  imageUrl: https,
  action: required(action('quickReply')),
});

/** "Common properties for messages": quick replies, icon and display name. */
const common: Fields = {
  type,
  quickReply: object({
    items: required(array(quickReplyItem, { min: 1, max: QUICK_REPLIES_MAX })),
  }),
  sender: object({ name: text({ max: SENDER_NAME_MAX }), iconUrl: https }),
};

const emoji = object({
  index: required(number({ min: 0, integer: true })),
  productId: required(text({ max: PLACE_MAX })),
  emojiId: required(text({ max: PLACE_MAX })),
});

/** "Text message", emojis: each index must be that of a `$`. */
const emojisStandAtDollars: Rule = (message, property, report) => {
  const { text: words, emojis } = message;
  if (typeof words !== 'string' || !Array.isArray(emojis)) return;
  for (const [at, item] of emojis.entries()) {
    const index = isObject(item) ? item['index'] : undefined;
    const isPlaced = typeof index === 'number' && words.charAt(index) === '$';
    if (!isPlaced) report.add(`${property}.emojis[${at}].index`, 'must be the index of a $');
  }
};

const words = required(text({ max: TEXT_MAX }));
const message = byType({
  text: object(
    {
      ...common,
      text: words,
      emojis: array(emoji, { max: EMOJIS_MAX }),
      quoteToken,
    },
    emojisStandAtDollars,
  ),
  textV2: object({ ...common, text: words, substitution, quoteToken }, bracesMatch),
  sticker: object({
    ...common,
    packageId: required(matching(/^\d+$/, 'invalid packageId')),
    stickerId: required(matching(/^\d+$/, 'invalid stickerId')),
    quoteToken,
  }),
  image: object({
    ...common,
    originalContentUrl: required(https),
    previewImageUrl: required(https),
  }),
  video: object({
    ...common,
    originalContentUrl: required(https),
    previewImageUrl: required(https),
    trackingId: matching(TRACKING_ID_FORM, 'invalid trackingId'),
  }),
  audio: object({
    ...common,
    originalContentUrl: required(https),
    duration: required(number({ min: 1 })),
  }),
  location: object({
    ...common,
    title: required(text({ max: PLACE_MAX })),
    address: required(text({ max: PLACE_MAX })),
    latitude: required(number({ min: -90, max: 90 })),
    longitude: required(number({ min: -180, max: 180 })),
  }),
  imagemap: object({ ...common, altText, ...imagemapFields }),
  template: object({ ...common, altText, template: required(template) }),
  flex: object({ ...common, altText, contents: required(flexContainer) }),
});

const messages = required(array(message, { min: 1, max: MESSAGES_MAX }));
const AGGREGATION_UNIT = matching(/^[a-zA-Z0-9_]{1,30}$/, 'invalid unit name');

/** What a sending endpoint takes besides the messages. */
const ENVELOPES = {
  reply: {
    replyToken: required(text({ max: TOKEN_MAX })),
    notificationDisabled: boolean,
  },
  push: {
    to: required(text({ max: PLACE_MAX })),
    notificationDisabled: boolean,
    customAggregationUnits: array(AGGREGATION_UNIT, { max: 1 }),
  },
  multicast: {
    to: required(array(text({ max: PLACE_MAX }), { min: 1, max: 500 })),
    notificationDisabled: boolean,
    customAggregationUnits: array(AGGREGATION_UNIT, { max: 1 }),
  },
  broadcast: { notificationDisabled: boolean },
  validate: {},
} as const;

const BODIES = Object.fromEntries(
  Object.entries(ENVELOPES).map(([name, envelope]) => [name, object({ ...envelope, messages })]),
);

/**
 * What is wrong with the body of a sending request, nothing when it may be sent ("Message objects", "Flex Message",
 * "Character counting in a text"). Stricter than LINE where LINE is silent: unknown properties are errors.
 */
export function messageErrors(kind: keyof typeof ENVELOPES, body: unknown): readonly ErrorDetail[] {
  const report = new Report();
  BODIES[kind]?.(body, '', report);
  return report.details;
}
