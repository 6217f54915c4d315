import type { JSX } from 'preact';
import { text } from '../text.ts';

interface MediaBubbleProps {
  readonly kind: 'image' | 'video' | 'audio';
  readonly url: string;
  readonly previewUrl: string;
}

/** A picture, film or sound in the chat; a picture opens in full in another tab. */
export function MediaBubble({ kind, url, previewUrl }: MediaBubbleProps): JSX.Element {
  if (kind === 'image') {
    return (
      <a class="media-bubble" href={url} target="_blank" rel="noopener">
        <img src={previewUrl} alt={text.preview.image} />
      </a>
    );
  }
  if (kind === 'video') {
    return (
      <div class="media-bubble">
        {/* biome-ignore lint/a11y/useMediaCaption: messages between people carry no captions */}
        <video src={url} poster={previewUrl} preload="none" controls aria-label={text.preview.video} />
      </div>
    );
  }
  // biome-ignore lint/a11y/useMediaCaption: messages between people carry no captions
  return <audio class="audio-bubble" src={url} preload="none" controls aria-label={text.preview.audio} />;
}
