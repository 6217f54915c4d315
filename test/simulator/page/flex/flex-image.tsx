import type { JSX } from 'preact';
import { childStyle, type Place } from './child-style.ts';
import { css } from './css.ts';
import type { FlexNode } from './flex-types.ts';
import { aspectRatio, imageWidth } from './sizes.ts';
import { useTap } from './use-tap.ts';

/** An image in its drawing area: width from `size`, height from `aspectRatio`, so nothing moves while it loads. */
export function FlexImage({ node, place }: { readonly node: FlexNode; readonly place: Place }): JSX.Element {
  const tap = useTap(node.action, node.action?.label);
  const area = {
    width: imageWidth(node.size),
    aspectRatio: aspectRatio(node.aspectRatio),
  };
  return (
    <div
      class="fx-image"
      data-gravity={node.gravity}
      data-align={node.align}
      style={childStyle(node, place)}
      {...tap}
    >
      <div class="fx-image-area" style={{ ...area, ...css({ backgroundColor: node.backgroundColor }) }}>
        <img src={node.url} alt="" data-mode={node.aspectMode === 'cover' ? 'cover' : 'fit'} />
      </div>
    </div>
  );
}
