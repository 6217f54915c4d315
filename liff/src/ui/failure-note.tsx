import { useState } from 'preact/hooks';
import type { ApiFailure } from '../api/api-failure.ts';
import { useApp } from '../use-app.ts';
import { uiText } from './text.ts';

interface FailureNoteProps {
  readonly failure: ApiFailure;
  /** Tries the same once more. */
  readonly again?: () => void;
}

/** Says what went wrong and what to do, with the button for it where there is one. */
export function FailureNote({ failure, again }: FailureNoteProps) {
  const { login } = useApp();
  const [cannotRenew, setCannotRenew] = useState(false);
  return (
    <div class="note bad" role="alert">
      <p>{failure.sentence}</p>
      {failure.needsLogin && !cannotRenew && (
        <button type="button" class="button" onClick={() => setCannotRenew(!login.renew())}>
          {uiText.logInAgain}
        </button>
      )}
      {cannotRenew && <p>{uiText.openFromChat}</p>}
      {!failure.needsLogin && again && failure.passes && (
        <button type="button" class="button" onClick={again}>
          {uiText.tryAgain}
        </button>
      )}
    </div>
  );
}
