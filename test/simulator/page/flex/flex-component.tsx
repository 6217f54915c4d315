import type { ComponentChild } from 'preact';
import { childStyle, type Place } from './child-style.ts';
import { css } from './css.ts';
import { FlexBox } from './flex-box.tsx';
import { FlexButton } from './flex-button.tsx';
import { FlexIcon } from './flex-icon.tsx';
import { FlexImage } from './flex-image.tsx';
import { FlexText } from './flex-text.tsx';
import type { FlexNode } from './flex-types.ts';
import { FlexVideo } from './flex-video.tsx';

/** Draws any component; a type LINE may add later is left out, as an old LINE version does. */
export function renderComponent(node: FlexNode, place: Place, key: string): ComponentChild {
  switch (node.type) {
    case 'box':
      return <FlexBox key={key} node={node} place={place} render={renderComponent} />;
    case 'text':
      return <FlexText key={key} node={node} place={place} />;
    case 'button':
      return <FlexButton key={key} node={node} place={place} />;
    case 'image':
      return <FlexImage key={key} node={node} place={place} />;
    case 'icon':
      return <FlexIcon key={key} node={node} place={place} />;
    case 'video':
      return <FlexVideo key={key} node={node} />;
    case 'separator':
      return (
        <div
          key={key}
          class="fx-separator"
          data-layout={place.layout}
          style={{
            ...childStyle(node, place),
            ...css({ backgroundColor: node.color }),
          }}
        />
      );
    case 'filler':
    case 'spacer':
      return <div key={key} class="fx-filler" style={childStyle(node, place)} />;
    default:
      return null;
  }
}
