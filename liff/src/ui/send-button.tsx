import { uiText } from './text.ts';

interface SendButtonProps {
  readonly label: string;
  readonly isSending: boolean;
  readonly isStrong?: boolean;
}

/** The button that sends a form. While it is sent the button says so, keeps its place and its focus. */
export function SendButton({ label, isSending, isStrong = true }: SendButtonProps) {
  return (
    <button type="submit" class={isStrong ? 'button strong' : 'button'} aria-disabled={isSending}>
      {isSending ? uiText.sending : label}
    </button>
  );
}
