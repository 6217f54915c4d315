import type { JSX } from 'preact';
import { FlexBubble } from './flex-bubble.tsx';
import type { FlexContainer } from './flex-types.ts';

interface FlexMessageProps {
  readonly contents: FlexContainer;
  /** Read out as the name of a carousel, which is a scrolling region. */
  readonly altText: string;
}

/** The contents of a Flex message: one card, or cards side by side to be swiped. */
export function FlexMessage({ contents, altText }: FlexMessageProps): JSX.Element {
  if (contents.type !== 'carousel') return <FlexBubble bubble={contents} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="fx-carousel" aria-label={altText} tabIndex={0}>
      {(contents.contents ?? []).map((bubble, index) => (
        <FlexBubble key={String(index)} bubble={bubble} />
      ))}
    </section>
  );
}
