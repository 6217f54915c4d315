import type { JSX } from 'preact';
import type { SimContent } from '../../protocol.ts';
import { text } from '../text.ts';
import { FileBubble } from './file-bubble.tsx';
import { LinkedText } from './linked-text.tsx';
import { LocationCard } from './location-card.tsx';
import { MediaBubble } from './media-bubble.tsx';

type UserContent = Exclude<SimContent, { kind: 'bot' | 'notice' | 'unsent' }>;

/** What a person sent. */
export function UserMessage({ content }: { readonly content: UserContent }): JSX.Element {
  switch (content.kind) {
    case 'text':
      return <LinkedText value={content.text} />;
    case 'file':
      return <FileBubble {...content} />;
    case 'image':
    case 'video':
    case 'audio':
      return <MediaBubble kind={content.kind} url={content.contentUrl} previewUrl={content.contentUrl} />;
    case 'location':
      return <LocationCard {...content} />;
    case 'sticker':
      return <div class="sticker">{text.preview.sticker}</div>;
  }
}
