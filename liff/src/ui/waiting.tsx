import { uiText } from './text.ts';

/** Stands where something will be: it says so to a screen reader, and keeps the place. */
export function Waiting({ cards = 1 }: { readonly cards?: number }) {
  return (
    <div class="stack" role="status">
      <p class="unseen">{uiText.loading}</p>
      {Array.from({ length: cards }, (_, n) => (
        <div key={n} class="card waiting" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
