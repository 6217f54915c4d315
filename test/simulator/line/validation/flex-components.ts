import { action } from './actions.ts';
import {
  flexAngle,
  flexAspectRatio,
  flexBorderWidth,
  flexColor,
  flexFontSize,
  flexImageSize,
  flexLength,
  flexLineSpacing,
  flexOffset,
  flexPadding,
  flexPercent,
  flexSpace,
} from './flex-values.ts';
import {
  array,
  byType,
  type Fields,
  isObject,
  lazily,
  object,
  type Rule,
  required,
} from './object-checks.ts';
import type { Check } from './report.ts';
import { boolean, number, oneOf, text, url } from './value-checks.ts';

/** LINE gives no number of its own; the bubble's 30 KB ends it long before. */
const CONTENTS_MAX = 1_000;
const FLEX_TEXT_MAX = 10_000;
export const FLEX_URL_MAX = 2_000;

const type = required(text({ max: 20 }));
export const httpsUrl = required(url(['https'], FLEX_URL_MAX));
const flex = number({ min: 0, integer: true });
const gravity = oneOf('top', 'bottom', 'center');
const align = oneOf('start', 'end', 'center');
const adjustMode = oneOf('shrink-to-fit');
const place: Fields = {
  margin: flexSpace,
  position: oneOf('relative', 'absolute'),
  offsetTop: flexOffset,
  offsetBottom: flexOffset,
  offsetStart: flexOffset,
  offsetEnd: flexOffset,
};
const textStyle: Fields = {
  size: flexFontSize,
  weight: oneOf('regular', 'bold'),
  color: flexColor,
  style: oneOf('normal', 'italic'),
  decoration: oneOf('none', 'underline', 'line-through'),
};

const button = object({
  type,
  action: required(action('flexButton')),
  flex,
  ...place,
  height: oneOf('sm', 'md'),
  style: oneOf('primary', 'secondary', 'link'),
  color: flexColor,
  gravity,
  adjustMode,
  scaling: boolean,
});

export const flexImage = object({
  type,
  url: httpsUrl,
  flex,
  ...place,
  align,
  gravity,
  size: flexImageSize,
  aspectRatio: flexAspectRatio,
  aspectMode: oneOf('cover', 'fit'),
  backgroundColor: flexColor,
  action: action('flex'),
  animated: boolean,
});

const icon = object({
  type,
  url: httpsUrl,
  ...place,
  size: flexFontSize,
  scaling: boolean,
  aspectRatio: flexAspectRatio,
});

const span = object({ type, text: text({ max: FLEX_TEXT_MAX }), ...textStyle });

const textNeedsWords: Rule = (component, property, report) => {
  if (component['text'] === undefined && component['contents'] === undefined) {
    report.add(`${property}.text`, 'either text or contents must be specified');
  }
};

const textComponent = object(
  {
    type,
    text: text({ max: FLEX_TEXT_MAX }),
    contents: array(byType({ span }), { max: CONTENTS_MAX, min: 1 }),
    adjustMode,
    flex,
    ...place,
    ...textStyle,
    scaling: boolean,
    align,
    gravity,
    wrap: boolean,
    lineSpacing: flexLineSpacing,
    maxLines: number({ min: 0, integer: true }),
    action: action('flex'),
  },
  textNeedsWords,
);

const separator = object({ type, margin: flexSpace, color: flexColor });
const filler = object({ type, flex });

const background = object({
  type: required(oneOf('linearGradient')),
  angle: required(flexAngle),
  startColor: required(flexColor),
  endColor: required(flexColor),
  centerColor: flexColor,
  centerPosition: flexPercent,
});

/** "Box": what may stand in it depends on its layout; a baseline box holds icons, texts and fillers only. */
const boxContents: Rule = (component, property, report) => {
  const contents = component['contents'];
  const layout = component['layout'];
  if (!Array.isArray(contents)) return;
  const allowed =
    layout === 'baseline'
      ? ['icon', 'text', 'filler']
      : ['box', 'button', 'image', 'text', 'separator', 'filler'];
  for (const [index, inner] of contents.entries()) {
    const innerType = isObject(inner) ? inner['type'] : undefined;
    if (typeof innerType === 'string' && KNOWN.has(innerType) && !allowed.includes(innerType)) {
      report.add(`${property}.contents[${index}].type`, `${innerType} can't be in a ${String(layout)} box`);
    }
  }
};

const KNOWN = new Set(['box', 'button', 'image', 'text', 'separator', 'filler', 'icon']);

const inBox = lazily(() =>
  byType({
    box: flexBox,
    button,
    image: flexImage,
    text: textComponent,
    separator,
    filler,
    icon,
  }),
);

/** A box and everything in it ("Box"). */
export const flexBox: Check = object(
  {
    type,
    layout: required(oneOf('horizontal', 'vertical', 'baseline')),
    contents: required(array(inBox, { max: CONTENTS_MAX })),
    backgroundColor: flexColor,
    borderColor: flexColor,
    borderWidth: flexBorderWidth,
    cornerRadius: flexSpace,
    width: flexLength,
    maxWidth: flexLength,
    height: flexLength,
    maxHeight: flexLength,
    flex,
    spacing: flexSpace,
    ...place,
    paddingAll: flexPadding,
    paddingTop: flexPadding,
    paddingBottom: flexPadding,
    paddingStart: flexPadding,
    paddingEnd: flexPadding,
    action: action('flex'),
    justifyContent: oneOf(
      'flex-start',
      'center',
      'flex-end',
      'space-between',
      'space-around',
      'space-evenly',
    ),
    alignItems: oneOf('flex-start', 'center', 'flex-end'),
    background,
  },
  boxContents,
);
