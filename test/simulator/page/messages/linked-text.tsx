import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { ActionContext } from '../flex/action-context.ts';
import { splitLinks } from './split-links.ts';

/** A text bubble's content: line breaks kept, addresses tappable through the chat's own way of opening links. */
export function LinkedText({ value }: { readonly value: string }): JSX.Element {
  const onAction = useContext(ActionContext);
  return (
    <div class="bubble bubble-text">
      {splitLinks(value).map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a
            key={String(index)}
            href={part.href}
            onClick={(event) => {
              event.preventDefault();
              onAction({ type: 'uri', uri: part.href ?? '' });
            }}
          >
            {part.text}
          </a>
        ),
      )}
    </div>
  );
}
