import { byType, type Fields, object, type Properties, type Rule, required } from './object-checks.ts';
import type { Check, Report } from './report.ts';
import { matching, oneOf, text, url } from './value-checks.ts';

const POSTBACK_DATA_MAX = 300;
const ACTION_TEXT_MAX = 300;
const URI_MAX = 1_000;
const CLIPBOARD_MAX = 1_000;
const ALIAS_FORM = /^[a-z0-9_-]{1,32}$/;
/** "URI action": the available schemes. */
export const LINK_SCHEMES = ['http', 'https', 'line', 'tel'];

/** Where an action stands; it decides the label's length and which actions are possible ("Specifications of the label"). */
export type ActionPlace = 'flexButton' | 'flex' | 'template' | 'imageCarousel' | 'quickReply' | 'richMenu';

const LABELS: Readonly<Record<ActionPlace, { readonly max: number; readonly isRequired: boolean }>> = {
  flexButton: { max: 40, isRequired: true },
  flex: { max: 40, isRequired: false },
  template: { max: 20, isRequired: true },
  imageCarousel: { max: 12, isRequired: false },
  quickReply: { max: 20, isRequired: true },
  richMenu: { max: 20, isRequired: false },
};

const DATE = String.raw`(?:19\d\d|20\d\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const DATE_FORMS: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}$`),
  datetime: new RegExp(`^${DATE}[Tt]${TIME}$`),
};

/** Checks an action object for its place ("Action objects"). Labels and shown texts are counted in graphemes. */
export function action(place: ActionPlace): Check {
  const known = made.get(place) ?? makeAction(place);
  made.set(place, known);
  return known;
}

const made = new Map<ActionPlace, Check>();

function makeAction(place: ActionPlace): Check {
  const { max, isRequired } = LABELS[place];
  const labelCheck = text({ max, unit: 'graphemes' });
  const label = isRequired ? required(labelCheck) : labelCheck;
  const type = required(text({ max: URI_MAX }));
  const data = required(text({ max: POSTBACK_DATA_MAX }));
  const shown = text({ max: ACTION_TEXT_MAX, unit: 'graphemes' });
  const link = url(LINK_SCHEMES, URI_MAX);
  const kinds: Record<string, Check> = {
    postback: object(
      {
        type,
        label,
        data,
        displayText: shown,
        text: shown,
        inputOption,
        fillInText: shown,
      },
      postbackRule,
    ),
    message: object({ type, label, text: required(shown) }),
    uri: object({
      type,
      label,
      uri: required(link),
      altUri: object({ desktop: link }),
    }),
    datetimepicker: object(datetimeFields(type, label, data), datetimeRule),
    clipboard: object({
      type,
      label,
      clipboardText: required(text({ max: CLIPBOARD_MAX })),
    }),
  };
  if (place === 'quickReply') {
    const only = object({ type, label: required(labelCheck) });
    Object.assign(kinds, { camera: only, cameraRoll: only, location: only });
  }
  if (place === 'richMenu') {
    const richMenuAliasId = required(matching(ALIAS_FORM, 'invalid richMenuAliasId'));
    kinds['richmenuswitch'] = object({
      type,
      label: labelCheck,
      richMenuAliasId,
      data,
    });
  }
  return byType(kinds);
}

const inputOption = oneOf('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice');

function datetimeFields(type: Fields[string], label: Fields[string], data: Fields[string]): Fields {
  const moment = text({ max: 16 });
  const mode = required(oneOf('date', 'time', 'datetime'));
  return { type, label, data, mode, initial: moment, max: moment, min: moment };
}

const postbackRule: Rule = (object, property, report) => {
  if (object['displayText'] !== undefined && object['text'] !== undefined) {
    report.add(`${property}.displayText`, "displayText and text can't both be specified");
  }
  if (object['fillInText'] !== undefined && object['inputOption'] !== 'openKeyboard') {
    report.add(`${property}.fillInText`, 'valid only when inputOption is openKeyboard');
  }
};

function datetimeRule(object: Properties, property: string, report: Report): void {
  const form = DATE_FORMS[String(object['mode'])];
  if (form === undefined) return;
  for (const name of ['initial', 'max', 'min']) {
    const value = object[name];
    if (typeof value === 'string' && !form.test(value))
      report.add(`${property}.${name}`, 'invalid datetime format');
  }
  const { min, max } = object;
  if (typeof min === 'string' && typeof max === 'string' && min >= max) {
    report.add(`${property}.max`, 'max must be greater than min');
  }
}
