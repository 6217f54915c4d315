import type { MeasureLine } from '../../../shared/measures/measure-api.ts';

const TONES = { late: 'bad', due: 'warn', reported: 'good', done: 'good' } as const;

/** What is expected of whoever answers for a measure, and until when. */
export function DueTag({ due }: { readonly due: MeasureLine['due'] }) {
  return <span class={`tag ${TONES[due.state]}`}>{due.text}</span>;
}
