import type { JSX } from 'preact';
import { FlexMessage } from '../flex/flex-message.tsx';
import { text } from '../text.ts';
import { fillSubstitutions } from './fill-substitutions.ts';
import type { LineMessage } from './line-message.ts';
import { LinkedText } from './linked-text.tsx';
import { LocationCard } from './location-card.tsx';
import { MediaBubble } from './media-bubble.tsx';
import { TemplateMessage } from './template-message.tsx';

interface BotMessageProps {
  readonly message: LineMessage;
  readonly nameOf: (userId: string) => string;
}

/** A message of the office's account, drawn as a phone shows it; what the page cannot draw shows its altText. */
export function BotMessage({ message, nameOf }: BotMessageProps): JSX.Element {
  const altText = message.altText ?? '';
  switch (message.type) {
    case 'text':
      return <LinkedText value={message.text ?? ''} />;
    case 'textV2':
      return <LinkedText value={fillSubstitutions(message.text ?? '', message.substitution ?? {}, nameOf)} />;
    case 'flex':
      return <FlexMessage contents={message.contents ?? {}} altText={altText} />;
    case 'template':
      return <TemplateMessage template={message.template ?? {}} altText={altText} />;
    case 'image':
    case 'video':
    case 'audio': {
      const url = message.originalContentUrl ?? '';
      return <MediaBubble kind={message.type} url={url} previewUrl={message.previewImageUrl ?? url} />;
    }
    case 'location':
      return (
        <LocationCard
          title={message.title ?? ''}
          address={message.address ?? ''}
          latitude={message.latitude ?? 0}
          longitude={message.longitude ?? 0}
        />
      );
    case 'sticker':
      return <div class="sticker">{text.preview.sticker}</div>;
    default:
      return <LinkedText value={altText === '' ? text.cannotShow : altText} />;
  }
}
