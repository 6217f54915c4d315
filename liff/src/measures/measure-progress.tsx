import type { MeasureLine } from '../../../shared/measures/measure-api.ts';
import { measuresText as t } from './text.ts';

/** How far a measure is: in words, and as a bar where a figure was given. */
export function MeasureProgress({ measure }: { readonly measure: MeasureLine }) {
  const { percent, statusLabel } = measure;
  return (
    <div class="stack tight">
      <div class="row small">
        <span>{statusLabel}</span>
        {percent !== null && <span>{t.percentOf(percent)}</span>}
      </div>
      {percent !== null && <progress max={100} value={percent} aria-label={t.percentOf(percent)} />}
    </div>
  );
}
