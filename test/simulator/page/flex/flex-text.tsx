import type { JSX } from 'preact';
import { childStyle, type Place } from './child-style.ts';
import { css } from './css.ts';
import type { FlexNode } from './flex-types.ts';
import { fontSize } from './sizes.ts';
import { inkStyle, paragraphStyle } from './text-style.ts';
import { useShrinkToFit } from './use-shrink-to-fit.ts';
import { useTap } from './use-tap.ts';

function Span({ node }: { readonly node: FlexNode }): JSX.Element {
  const size = css({
    fontSize: node.size === undefined ? undefined : fontSize(node.size),
  });
  return <span style={{ ...inkStyle(node), ...size }}>{node.text}</span>;
}

/** A text component: one line with an ellipsis, or wrapped; with spans when `contents` is given. */
export function FlexText({ node, place }: { readonly node: FlexNode; readonly place: Place }): JSX.Element {
  const tap = useTap(node.action);
  const ref = useShrinkToFit<HTMLParagraphElement>(node.adjustMode === 'shrink-to-fit', node.text ?? '');
  const clamp = node.wrap === true && (node.maxLines ?? 0) > 0;
  const gravity = place.layout === 'baseline' ? undefined : node.gravity;
  return (
    <div class="fx-text" data-gravity={gravity} style={childStyle(node, place)} {...tap}>
      <p
        ref={ref}
        class={node.wrap === true ? (clamp ? 'fx-wrap fx-clamp' : 'fx-wrap') : 'fx-one-line'}
        style={paragraphStyle(node)}
      >
        {node.contents === undefined
          ? node.text
          : node.contents.map((span, index) => <Span key={String(index)} node={span} />)}
      </p>
    </div>
  );
}
