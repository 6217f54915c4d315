import type { JSX } from 'preact';
import { useTap } from '../flex/use-tap.ts';
import type { TemplateColumn } from './line-message.ts';
import { TemplateActions } from './template-actions.tsx';

interface TemplateColumnCardProps {
  readonly column: TemplateColumn;
  readonly isSquare: boolean;
}

/** Picture, title, text and buttons: a `buttons` template, or one column of a `carousel`. */
export function TemplateColumnCard({ column, isSquare }: TemplateColumnCardProps): JSX.Element {
  const tap = useTap(column.defaultAction);
  return (
    <div class="template-card">
      <div class="template-main" {...tap}>
        {column.thumbnailImageUrl === undefined ? null : (
          <img
            src={column.thumbnailImageUrl}
            alt=""
            class={isSquare ? 'template-image square' : 'template-image'}
          />
        )}
        <div class="template-words">
          {column.title === undefined ? null : <strong>{column.title}</strong>}
          <p>{column.text}</p>
        </div>
      </div>
      <TemplateActions actions={column.actions ?? []} />
    </div>
  );
}
