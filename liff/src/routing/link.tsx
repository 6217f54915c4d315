import type { ComponentChildren } from 'preact';
import { goTo, hrefOf } from './location.ts';

interface LinkProps {
  readonly to: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link inside the mini-app. Opened in a new tab or by keyboard it is an ordinary one. */
export function Link({ to, class: className, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={hrefOf(to)} class={className} onClick={follow}>
      {children}
    </a>
  );
}
