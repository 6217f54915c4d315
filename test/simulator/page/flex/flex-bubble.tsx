import type { JSX } from 'preact';
import { BLOCK_PLACE } from './child-style.ts';
import { css } from './css.ts';
import { renderComponent } from './flex-component.tsx';
import type { FlexContainer } from './flex-types.ts';
import { BUBBLE_WIDTH_PX } from './sizes.ts';
import { useTap } from './use-tap.ts';

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const;
const DEFAULT_SIZE = 'mega';

/** One card of the width LINE gives its size word, narrower only where the chat itself is narrower. */
export function FlexBubble({ bubble }: { readonly bubble: FlexContainer }): JSX.Element {
  const tap = useTap(bubble.action);
  const wanted = bubble.size ?? DEFAULT_SIZE;
  const size = wanted in BUBBLE_WIDTH_PX ? wanted : DEFAULT_SIZE;
  const shown = BLOCKS.filter((name) => bubble[name] !== undefined);
  return (
    <div
      class="fx-bubble"
      data-size={size}
      dir={bubble.direction === 'rtl' ? 'rtl' : 'ltr'}
      style={{ width: `${BUBBLE_WIDTH_PX[size]}px` }}
      {...tap}
    >
      {shown.map((name, index) => {
        const node = bubble[name];
        if (node === undefined) return null;
        const style = bubble.styles?.[name];
        const separator = index > 0 && style?.separator === true;
        return (
          <div
            key={name}
            class={`fx-block fx-${name}`}
            style={css({
              backgroundColor: style?.backgroundColor,
              borderTop: separator ? `1px solid ${style.separatorColor ?? '#d4d6da'}` : undefined,
            })}
          >
            {renderComponent(node, BLOCK_PLACE, name)}
          </div>
        );
      })}
    </div>
  );
}
