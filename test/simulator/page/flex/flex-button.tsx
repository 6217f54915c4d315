import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { ActionContext } from './action-context.ts';
import { childStyle, type Place } from './child-style.ts';
import { css } from './css.ts';
import type { FlexNode } from './flex-types.ts';
import { useShrinkToFit } from './use-shrink-to-fit.ts';

/** A button in one of LINE's three styles; `color` is the ink of a link and the ground of the others. */
export function FlexButton({ node, place }: { readonly node: FlexNode; readonly place: Place }): JSX.Element {
  const onAction = useContext(ActionContext);
  const action = node.action ?? {};
  const label = action.label ?? '';
  const ref = useShrinkToFit<HTMLSpanElement>(node.adjustMode === 'shrink-to-fit', label);
  const style = node.style === 'primary' || node.style === 'secondary' ? node.style : 'link';
  return (
    <div class="fx-button" data-gravity={node.gravity} style={childStyle(node, place)}>
      <button
        type="button"
        data-style={style}
        data-height={node.height === 'sm' ? 'sm' : 'md'}
        style={css(style === 'link' ? { color: node.color } : { backgroundColor: node.color })}
        onClick={(event) => {
          event.stopPropagation();
          onAction(action);
        }}
      >
        <span ref={ref}>{label}</span>
      </button>
    </div>
  );
}
