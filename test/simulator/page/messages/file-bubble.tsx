import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';
import { formatBytes } from './format-bytes.ts';

interface FileBubbleProps {
  readonly fileName: string;
  readonly fileSizeBytes: number;
  readonly contentUrl: string;
}

/** A file in the chat, to be opened or saved. */
export function FileBubble({ fileName, fileSizeBytes, contentUrl }: FileBubbleProps): JSX.Element {
  return (
    <a class="bubble file-bubble" href={contentUrl} download={fileName}>
      <Icon name="file" />
      <span class="file-words">
        <strong>{fileName}</strong>
        <span class="faint">{formatBytes(fileSizeBytes)}</span>
      </span>
    </a>
  );
}
