import type { SimContent } from '../../protocol.ts';
import { text } from '../text.ts';
import { fillSubstitutions } from './fill-substitutions.ts';
import { lineMessage } from './line-message.ts';

function botPreview(raw: Readonly<Record<string, unknown>>): string {
  const message = lineMessage(raw);
  switch (message.type) {
    case 'text':
      return message.text ?? '';
    case 'textV2':
      return fillSubstitutions(message.text ?? '', message.substitution ?? {}, () => text.member);
    case 'image':
      return text.preview.image;
    case 'video':
      return text.preview.video;
    case 'audio':
      return text.preview.audio;
    case 'location':
      return text.preview.location;
    case 'sticker':
      return text.preview.sticker;
    default:
      return message.altText ?? '';
  }
}

/** One line for the chat list and for notifications; for cards it is the altText the program sent. */
export function previewText(content: SimContent): string {
  switch (content.kind) {
    case 'bot':
      return botPreview(content.message);
    case 'text':
    case 'notice':
      return content.text;
    case 'file':
      return content.fileName;
    default:
      return text.preview[content.kind];
  }
}
