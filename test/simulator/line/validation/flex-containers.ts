import { action } from './actions.ts';
import { flexBox, flexImage, httpsUrl } from './flex-components.ts';
import { flexAspectRatio, flexColor } from './flex-values.ts';
import { array, byType, isObject, object, type Rule, required } from './object-checks.ts';
import type { Check } from './report.ts';
import { boolean, oneOf, text } from './value-checks.ts';

/** "Bubble" and "Carousel" say 30 KB and 50 KB without saying how large a KB is; the smaller reading is the safe one. */
const BUBBLE_BYTES_MAX = 30_000;
const CAROUSEL_BYTES_MAX = 50_000;
const BUBBLES_MAX = 12;
/** "Image": at most 10 animated images in one message. */
const ANIMATED_IMAGES_MAX = 10;
/** "Video", use conditions: sizes of a bubble with a video; `mega` is the default. */
const VIDEO_BUBBLE_SIZES = ['kilo', 'mega', 'giga'];
const DEFAULT_SIZE = 'mega';

const blockStyle = object({
  backgroundColor: flexColor,
  separator: boolean,
  separatorColor: flexColor,
});
const box = byType({ box: flexBox });

const video = object({
  type: required(text({ max: 20 })),
  url: httpsUrl,
  previewUrl: httpsUrl,
  altContent: required(byType({ box: flexBox, image: flexImage })),
  aspectRatio: flexAspectRatio,
  action: action('flex'),
});

const videoNeedsRoom: Rule = (bubble, property, report) => {
  const size = String(bubble['size'] ?? DEFAULT_SIZE);
  if (hasVideo(bubble) && !VIDEO_BUBBLE_SIZES.includes(size)) {
    report.add(`${property}.size`, 'video needs kilo, mega or giga');
  }
};

function atMostBytes(max: number): Rule {
  return (container, property, report) => {
    const bytes = Buffer.byteLength(JSON.stringify(container), 'utf8');
    if (bytes > max) report.add(property, `too large: ${bytes} bytes, at most ${max}`);
  };
}

const bubble: Check = object(
  {
    type: required(oneOf('bubble')),
    size: oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'),
    direction: oneOf('ltr', 'rtl'),
    header: box,
    hero: byType({ box: flexBox, image: flexImage, video }),
    body: box,
    footer: box,
    styles: object({
      header: blockStyle,
      hero: blockStyle,
      body: blockStyle,
      footer: blockStyle,
    }),
    action: action('flex'),
  },
  videoNeedsRoom,
  atMostBytes(BUBBLE_BYTES_MAX),
);

const bubblesAlike: Rule = (carousel, property, report) => {
  const bubbles = Array.isArray(carousel['contents']) ? carousel['contents'].filter(isObject) : [];
  const sizes = new Set(bubbles.map((inner) => inner['size'] ?? DEFAULT_SIZE));
  if (sizes.size > 1) report.add(`${property}.contents`, 'bubbles of different sizes in one carousel');
  if (bubbles.some(hasVideo)) report.add(`${property}.contents`, "video can't be in a carousel");
};

const carousel: Check = object(
  {
    type: required(oneOf('carousel')),
    contents: required(array(byType({ bubble }), { min: 1, max: BUBBLES_MAX })),
  },
  bubblesAlike,
  atMostBytes(CAROUSEL_BYTES_MAX),
);

const container = byType({ bubble, carousel });

/** The contents of a Flex Message ("Flex Message", container). */
export const flexContainer: Check = (value, property, report) => {
  container(value, property, report);
  if (countAnimated(value) > ANIMATED_IMAGES_MAX)
    report.add(property, `at most ${ANIMATED_IMAGES_MAX} animated images`);
};

function hasVideo(inner: Readonly<Record<string, unknown>>): boolean {
  const { hero } = inner;
  return isObject(hero) && hero['type'] === 'video';
}

function countAnimated(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countAnimated(item), 0);
  if (!isObject(value)) return 0;
  const own = value['type'] === 'image' && value['animated'] === true ? 1 : 0;
  return own + Object.values(value).reduce<number>((sum, item) => sum + countAnimated(item), 0);
}
