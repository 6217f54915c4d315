import type { JSX } from 'preact';
import type { SimUser } from '../../protocol.ts';
import { text } from '../text.ts';
import { Avatar } from './avatar.tsx';

interface PersonaSwitcherProps {
  readonly users: readonly SimUser[];
  readonly selectedId: string | undefined;
  readonly labelOf: (user: SimUser) => string;
  readonly onSelect: (userId: string) => void;
}

/** Whose phone the page shows. */
export function PersonaSwitcher({ users, selectedId, labelOf, onSelect }: PersonaSwitcherProps): JSX.Element {
  return (
    <section class="personas" aria-label={text.people}>
      <h2>{text.people}</h2>
      {users.length === 0 ? <p class="faint">{text.nobody}</p> : null}
      <div class="persona-grid">
        {users.map((user) => (
          <button
            key={user.id}
            type="button"
            class="persona"
            data-testid={`persona-${user.id}`}
            aria-pressed={user.id === selectedId}
            onClick={() => onSelect(user.id)}
          >
            <Avatar name={user.name} kind="person" />
            <span class="persona-words">
              <strong>{user.name}</strong>
              <span class="faint">{labelOf(user)}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
