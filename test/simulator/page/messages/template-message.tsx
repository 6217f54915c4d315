import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { ActionContext } from '../flex/action-context.ts';
import type { LineAction } from '../flex/flex-types.ts';
import type { Template } from './line-message.ts';
import { TemplateActions } from './template-actions.tsx';
import { TemplateColumnCard } from './template-column.tsx';

interface ImageColumnProps {
  readonly imageUrl: string | undefined;
  readonly action: LineAction;
}

function ImageColumn({ imageUrl, action }: ImageColumnProps): JSX.Element {
  const onAction = useContext(ActionContext);
  return (
    <button type="button" class="image-column" onClick={() => onAction(action)}>
      <img src={imageUrl} alt="" />
      <span>{action.label}</span>
    </button>
  );
}

interface TemplateMessageProps {
  readonly template: Template;
  readonly altText: string;
}

/** LINE's four fixed layouts. */
export function TemplateMessage({ template, altText }: TemplateMessageProps): JSX.Element {
  const isSquare = template.imageAspectRatio === 'square';
  const columns = template.columns ?? [];
  switch (template.type) {
    case 'confirm':
      return (
        <div class="template-card confirm">
          <div class="template-words">
            <p>{template.text}</p>
          </div>
          <TemplateActions actions={template.actions ?? []} />
        </div>
      );
    case 'carousel':
    case 'image_carousel':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="fx-carousel" aria-label={altText} tabIndex={0}>
          {columns.map((column, index) =>
            template.type === 'carousel' ? (
              <TemplateColumnCard key={String(index)} column={column} isSquare={isSquare} />
            ) : (
              <ImageColumn key={String(index)} imageUrl={column.imageUrl} action={column.action ?? {}} />
            ),
          )}
        </section>
      );
    default:
      return <TemplateColumnCard column={template} isSquare={isSquare} />;
  }
}
