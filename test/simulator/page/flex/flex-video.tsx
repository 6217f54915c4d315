import type { JSX } from 'preact';
import type { FlexNode } from './flex-types.ts';
import { aspectRatio } from './sizes.ts';

/** A hero video: its preview picture until the person starts it. */
export function FlexVideo({ node }: { readonly node: FlexNode }): JSX.Element {
  return (
    <div class="fx-video" style={{ aspectRatio: aspectRatio(node.aspectRatio) }}>
      {/* biome-ignore lint/a11y/useMediaCaption: LINE's video messages carry no captions */}
      <video src={node.url} poster={node.previewUrl} preload="none" controls />
    </div>
  );
}
