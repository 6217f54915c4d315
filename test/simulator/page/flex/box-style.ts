import { type Css, css } from './css.ts';
import type { FlexBackground, FlexNode } from './flex-types.ts';
import { BORDER_WIDTH_PX, CORNER_RADIUS_PX, cssLength, SPACING_PX } from './sizes.ts';

/** A linear gradient in CSS; undefined when the box has none. */
export function gradient(background: FlexBackground | undefined): string | undefined {
  if (background?.type !== 'linearGradient') return undefined;
  const { angle = '0deg', startColor, centerColor, centerPosition = '50%', endColor } = background;
  if (startColor === undefined || endColor === undefined) return undefined;
  const middle = centerColor === undefined ? '' : ` ${centerColor} ${centerPosition},`;
  return `linear-gradient(${angle}, ${startColor} 0%,${middle} ${endColor} 100%)`;
}

/** Colours, borders, paddings and arrangement of a box; what it leaves out comes from the block's defaults. */
export function boxStyle(node: FlexNode): Css {
  const borderWidth = cssLength(node.borderWidth, BORDER_WIDTH_PX);
  return css({
    width: cssLength(node.width, {}),
    maxWidth: cssLength(node.maxWidth, {}),
    height: cssLength(node.height, {}),
    maxHeight: cssLength(node.maxHeight, {}),
    padding: cssLength(node.paddingAll, SPACING_PX),
    paddingTop: cssLength(node.paddingTop, SPACING_PX),
    paddingBottom: cssLength(node.paddingBottom, SPACING_PX),
    paddingInlineStart: cssLength(node.paddingStart, SPACING_PX),
    paddingInlineEnd: cssLength(node.paddingEnd, SPACING_PX),
    backgroundColor: node.backgroundColor,
    backgroundImage: gradient(node.background),
    borderWidth,
    borderStyle: borderWidth === undefined ? undefined : 'solid',
    borderColor: borderWidth === undefined ? undefined : (node.borderColor ?? 'transparent'),
    borderRadius: cssLength(node.cornerRadius, CORNER_RADIUS_PX),
    justifyContent: node.justifyContent,
    // In a baseline box the common baseline is the arrangement; LINE ignores alignItems there.
    alignItems: node.layout === 'baseline' ? undefined : node.alignItems,
  });
}
