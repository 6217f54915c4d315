import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { ActionContext } from '../flex/action-context.ts';
import { text } from '../text.ts';
import type { QuickReplyItem } from './line-message.ts';

/** The chips above the composer, swiped sideways when there are many. Takes no room when there are none. */
export function QuickReplyBar({ items }: { readonly items: readonly QuickReplyItem[] }): JSX.Element | null {
  const onAction = useContext(ActionContext);
  if (items.length === 0) return null;
  return (
    <fieldset class="quick-replies" aria-label={text.quickReplies}>
      {items.map((item, index) => (
        <button
          key={String(index)}
          type="button"
          data-testid="quick-reply"
          onClick={() => onAction(item.action ?? {})}
        >
          {item.imageUrl === undefined ? null : <img src={item.imageUrl} alt="" />}
          {item.action?.label}
        </button>
      ))}
    </fieldset>
  );
}
