import { type Css, css } from './css.ts';
import type { FlexNode } from './flex-types.ts';
import { cssLength, fontSize } from './sizes.ts';

/** Line height LINE uses for Flex text; roomy enough for Thai tone marks above vowels. */
export const LINE_HEIGHT = 1.4;

/** Colour, weight and decoration, shared by texts and spans. A span without a size keeps its text's size. */
export function inkStyle(node: FlexNode): Css {
  return css({
    color: node.color,
    fontWeight: node.weight === 'bold' ? '700' : node.weight === 'regular' ? '400' : undefined,
    fontStyle: node.style === 'italic' ? 'italic' : undefined,
    textDecoration:
      node.decoration === 'underline' || node.decoration === 'line-through' ? node.decoration : undefined,
  });
}

/** The style of the paragraph inside a text component. */
export function paragraphStyle(node: FlexNode): Css {
  const extra = cssLength(node.lineSpacing, {});
  const lines = node.wrap === true ? (node.maxLines ?? 0) : 0;
  return {
    fontSize: fontSize(node.size),
    ...inkStyle(node),
    ...css({
      textAlign: node.align,
      // LINE adds no spacing above the first and below the last line.
      lineHeight: extra === undefined ? undefined : `calc(${LINE_HEIGHT}em + ${extra})`,
      marginBlock: extra === undefined ? undefined : `calc(${extra} / -2)`,
      WebkitLineClamp: lines > 0 ? String(lines) : undefined,
    }),
  };
}
