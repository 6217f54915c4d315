import { useState } from 'preact/hooks';
import { appText } from './app-text.ts';
import { uiText } from './ui/text.ts';

interface StartFailedProps {
  readonly sentence: string;
  /** Present when a new login would help. */
  readonly renew?: () => boolean;
}

/** Shown when the mini-app could not open at all. */
export function StartFailed({ sentence, renew }: StartFailedProps) {
  const [cannotRenew, setCannotRenew] = useState(false);
  return (
    <main class="page">
      <h1>{appText.cannotOpen}</h1>
      <div class="note bad" role="alert">
        <p>{cannotRenew ? uiText.openFromChat : sentence}</p>
      </div>
      {renew && !cannotRenew ? (
        <button type="button" class="button strong" onClick={() => setCannotRenew(!renew())}>
          {uiText.logInAgain}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => location.reload()}>
          {appText.tryAgain}
        </button>
      )}
    </main>
  );
}
