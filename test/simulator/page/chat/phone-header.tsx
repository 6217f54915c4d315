import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';
import { text } from '../text.ts';

interface PhoneHeaderProps {
  readonly title: string;
  readonly memberCount: number | undefined;
  readonly onBack: () => void;
  readonly menu: readonly {
    readonly label: string;
    readonly onClick: () => void;
  }[];
}

/** The bar above a chat: back, name, number of members, and what can be done with the chat. */
export function PhoneHeader({ title, memberCount, onBack, menu }: PhoneHeaderProps): JSX.Element {
  return (
    <header class="phone-header">
      <button type="button" class="icon-button back" aria-label={text.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <h1>
        <span class="phone-title">{title}</span>
        {memberCount === undefined ? null : <span class="phone-count">({memberCount})</span>}
      </h1>
      <div class="phone-menu">
        {menu.map((item) => (
          <button key={item.label} type="button" class="header-button" onClick={item.onClick}>
            {item.label}
          </button>
        ))}
      </div>
    </header>
  );
}
