import type { JSX } from 'preact';
import type { LineAction } from '../flex/flex-types.ts';
import { text } from '../text.ts';
import { Dialog } from './dialog.tsx';

interface DateTimeDialogProps {
  readonly action: LineAction;
  readonly onPick: (params: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}

/** LINE's date and time picker; the answer has the shape LINE gives to the postback's `params`. */
export function DateTimeDialog({ action, onPick, onClose }: DateTimeDialogProps): JSX.Element {
  const mode = action.mode === 'date' || action.mode === 'time' ? action.mode : 'datetime';
  // LINE accepts both `2026-01-31T08:30` and `2026-01-31t08:30`; the browser only the first.
  const browserValue = (value: string | undefined): string => (value ?? '').replace('t', 'T');
  return (
    <Dialog
      title={action.label ?? text.dateTitle}
      confirm={text.ok}
      onClose={onClose}
      onConfirm={(fields) => onPick({ [mode]: String(fields.get('value')) })}
    >
      <label>
        {text.dateTitle}
        <input
          name="value"
          type={mode === 'datetime' ? 'datetime-local' : mode}
          required
          defaultValue={browserValue(action.initial)}
          min={browserValue(action.min)}
          max={browserValue(action.max)}
        />
      </label>
    </Dialog>
  );
}
