import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { ActionContext } from '../flex/action-context.ts';
import { Icon } from '../icon.tsx';
import { type RichMenuView, richMenuAddress } from './use-rich-menu.ts';

const PERCENT = 100;

/** The picture menu at the foot of a 1:1 chat, with its bar to fold it away. */
export function RichMenu({ menu }: { readonly menu: RichMenuView }): JSX.Element {
  const onAction = useContext(ActionContext);
  const [isOpen, setOpen] = useState(menu.selected ?? false);
  const { width, height } = menu.size;
  const share = (part: number, whole: number): string => `${(part / whole) * PERCENT}%`;
  return (
    <div class="rich-menu">
      {isOpen ? (
        <div class="rich-menu-areas" style={{ aspectRatio: `${width} / ${height}` }}>
          <img src={`${richMenuAddress(menu.richMenuId)}/image`} alt="" />
          {menu.areas.map(({ bounds, action }) => (
            <button
              key={`${bounds.x} ${bounds.y}`}
              type="button"
              aria-label={action.label ?? action.text ?? menu.chatBarText}
              style={{
                left: share(bounds.x, width),
                top: share(bounds.y, height),
                width: share(bounds.width, width),
                height: share(bounds.height, height),
              }}
              onClick={() => onAction(action)}
            />
          ))}
        </div>
      ) : null}
      <button type="button" class="rich-menu-bar" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="menu" /> {menu.chatBarText}
      </button>
    </div>
  );
}
