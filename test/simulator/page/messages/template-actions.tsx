import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { ActionContext } from '../flex/action-context.ts';
import type { LineAction } from '../flex/flex-types.ts';

/** The buttons of a template, in the order LINE shows them. */
export function TemplateActions({ actions }: { readonly actions: readonly LineAction[] }): JSX.Element {
  const onAction = useContext(ActionContext);
  return (
    <div class="template-actions">
      {actions.map((action, index) => (
        <button key={String(index)} type="button" onClick={() => onAction(action)}>
          {action.label}
        </button>
      ))}
    </div>
  );
}
