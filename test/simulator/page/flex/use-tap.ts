import { useContext } from 'preact/hooks';
import { ActionContext } from './action-context.ts';
import type { LineAction } from './flex-types.ts';

interface TapProps {
  readonly role?: 'button';
  readonly tabIndex?: number;
  readonly 'aria-label'?: string;
  readonly onClick?: (event: Event) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * Makes any component of a card tappable by touch and keyboard. A tap on an inner component stays there,
 * as in LINE. `name` is given only where the component shows no text of its own.
 */
export function useTap(action: LineAction | undefined, name?: string): TapProps {
  const onAction = useContext(ActionContext);
  if (action === undefined) return {};
  const tap = (event: Event): void => {
    event.stopPropagation();
    onAction(action);
  };
  return {
    role: 'button',
    tabIndex: 0,
    ...(name === undefined ? {} : { 'aria-label': name }),
    onClick: tap,
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      tap(event);
    },
  };
}
