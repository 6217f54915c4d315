import type { JSX } from 'preact';
import { childStyle, type Place } from './child-style.ts';
import type { FlexNode } from './flex-types.ts';
import { aspectRatio, fontSize } from './sizes.ts';

/** An icon in a baseline box: as high as a letter of its size, its lower edge on the baseline. */
export function FlexIcon({ node, place }: { readonly node: FlexNode; readonly place: Place }): JSX.Element {
  return (
    <div class="fx-icon" style={childStyle(node, place)}>
      <img
        src={node.url}
        alt=""
        style={{
          height: fontSize(node.size),
          aspectRatio: aspectRatio(node.aspectRatio),
        }}
      />
    </div>
  );
}
