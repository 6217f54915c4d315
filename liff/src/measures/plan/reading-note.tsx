import { planText as t } from './text.ts';

/** Stands while a plan is read: how far it is nobody knows, that it goes on one sees. */
export function ReadingNote({ isReading }: { readonly isReading: boolean }) {
  return (
    <div role="status">
      {isReading && (
        <div class="note">
          <p>{t.reading}</p>
          <progress aria-label={t.reading} />
          <p class="small">{t.readingHint}</p>
        </div>
      )}
    </div>
  );
}
