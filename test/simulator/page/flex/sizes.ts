/** What LINE's size words mean in CSS pixels on a phone. */
type Scale = Readonly<Record<string, number>>;

export const SPACING_PX: Scale = {
  none: 0,
  xs: 2,
  sm: 4,
  md: 8,
  lg: 12,
  xl: 16,
  xxl: 20,
};
export const CORNER_RADIUS_PX: Scale = SPACING_PX;
export const BORDER_WIDTH_PX: Scale = {
  none: 0,
  light: 0.5,
  normal: 1,
  medium: 2,
  'semi-bold': 3,
  bold: 4,
};
export const FONT_SIZE_PX: Scale = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
};
export const IMAGE_WIDTH_PX: Scale = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};
export const BUBBLE_WIDTH_PX: Scale = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 500,
};

const LITERAL_LENGTH = /^\d+(\.\d+)?(px|%)$/;

/** A CSS length for a LINE word, `12px` or `50%`; undefined for what LINE would not understand either. */
export function cssLength(value: string | undefined, scale: Scale): string | undefined {
  if (value === undefined) return undefined;
  const known = scale[value];
  if (known !== undefined) return `${known}px`;
  return LITERAL_LENGTH.test(value) ? value : undefined;
}

/** The font size of a text, span or icon; LINE's default is `md`. */
export function fontSize(value: string | undefined): string {
  return cssLength(value, FONT_SIZE_PX) ?? `${FONT_SIZE_PX['md']}px`;
}

/** The widest an image gets inside its component; LINE's default is `md`. */
export function imageWidth(value: string | undefined): string {
  return value === 'full' ? '100%' : (cssLength(value, IMAGE_WIDTH_PX) ?? `${IMAGE_WIDTH_PX['md']}px`);
}

/** `20:13` as CSS writes it; LINE's default is a square. */
export function aspectRatio(value: string | undefined): string {
  const parts = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value ?? '');
  return parts === null ? '1 / 1' : `${parts[1]} / ${parts[2]}`;
}
