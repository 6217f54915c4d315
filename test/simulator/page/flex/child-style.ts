import { type Css, css } from './css.ts';
import type { FlexNode } from './flex-types.ts';
import { cssLength, SPACING_PX } from './sizes.ts';

/** Where a component stands in its box; it decides what `flex` and `margin` mean. */
export interface Place {
  readonly layout: 'horizontal' | 'vertical' | 'baseline';
  readonly spacing: string | undefined;
  readonly isFirst: boolean;
}

/** A component directly under a block, such as the image of a hero. */
export const BLOCK_PLACE: Place = {
  layout: 'vertical',
  spacing: undefined,
  isFirst: true,
};

/** An unknown layout is drawn like a vertical box, the most readable guess. */
export function layoutOf(box: FlexNode): Place['layout'] {
  return box.layout === 'horizontal' || box.layout === 'baseline' ? box.layout : 'vertical';
}

function defaultFlex(node: FlexNode, isRow: boolean): number {
  if (node.type === 'separator' || node.type === 'icon') return 0;
  if (node.type === 'filler') return 1;
  // A box with a size of its own does not share in the free width of its row.
  if (node.type === 'box' && isRow && (node.width !== undefined || node.height !== undefined)) return 0;
  return isRow ? 1 : 0;
}

/** LINE's own table: 0 keeps the content's size; in a row the share ignores the content, in a column it grows from it. */
export function flexShorthand(node: FlexNode, layout: Place['layout']): string {
  const isRow = layout !== 'vertical';
  const fixed = node.type === 'separator' || node.type === 'icon';
  const grow = fixed ? 0 : (node.flex ?? defaultFlex(node, isRow));
  if (grow <= 0) return '0 0 auto';
  return isRow ? `${grow} 0 0px` : `${grow} 0 auto`;
}

/** Space before a component: its own margin, else the box's spacing, which neither the first component nor fillers get. */
export function marginBefore(node: FlexNode, place: Place): string | undefined {
  const own = cssLength(node.margin, SPACING_PX);
  if (own !== undefined) return own;
  if (place.isFirst || node.type === 'filler') return undefined;
  return cssLength(place.spacing, SPACING_PX);
}

function offsets(node: FlexNode): Css {
  return css({
    top: cssLength(node.offsetTop, SPACING_PX),
    bottom: cssLength(node.offsetBottom, SPACING_PX),
    insetInlineStart: cssLength(node.offsetStart, SPACING_PX),
    insetInlineEnd: cssLength(node.offsetEnd, SPACING_PX),
  });
}

/** How a component sits in its box, whatever the component is. */
export function childStyle(node: FlexNode, place: Place): Css {
  if (node.position === 'absolute') return { position: 'absolute', ...offsets(node) };
  const margin = marginBefore(node, place);
  return {
    position: 'relative',
    flex: flexShorthand(node, place.layout),
    ...css(place.layout === 'vertical' ? { marginTop: margin } : { marginInlineStart: margin }),
    ...offsets(node),
  };
}
