import { squeeze } from '../thai/text.ts';
import type { DraftDoubt, SharedHeading } from './draft.ts';
import { leadingMark } from './list-marks.ts';
import type { Where } from './report-block.ts';

/** The headings under which the next measure stands. */
export interface OpenHeadings {
  dimension: SharedHeading | null;
  mission: SharedHeading | null;
  subtask: string;
  /** Headings, sections too, that no measure stands under yet. */
  unused: DraftDoubt[];
}

/** A heading number of which the dots were lost: "๒๒" for "๒.๒". */
const COLLAPSED = /^(\p{Nd})(\p{Nd})(?=[\s.])/u;

/** Takes the dimension cell of a row: a new dimension, the same one printed again, or the rest of a name split over two rows. */
export function takeDimension(open: OpenHeadings, text: string, where: Where): DraftDoubt[] {
  if (text === '') return [];
  const next = headingOf(text);
  const current = open.dimension;
  if (current && isSame(current, next)) return again(current, next, where, 'dimension');
  if (current && current.mark !== '' && next.mark === '') {
    current.text = `${current.text} ${next.text}`.trim();
    return [{ what: 'heading-joined', field: 'dimension', where: [where], detail: { printed: text } }];
  }
  open.dimension = next;
  open.mission = null;
  open.subtask = '';
  addUnused(open, 'dimension', next.text, where);
  return [];
}

/** Takes the mission cell of a row. */
export function takeMission(open: OpenHeadings, text: string, where: Where): DraftDoubt[] {
  if (text === '') return [];
  const next = headingOf(text);
  const current = open.mission;
  if (current && isSame(current, next)) return again(current, next, where, 'mission');
  open.mission = next;
  open.subtask = '';
  addUnused(open, 'mission', next.text, where);
  return collapsedDoubt(text, 'mission', where);
}

/** Takes the heading in front of an activity. */
export function takeSubtask(open: OpenHeadings, text: string, where: Where): DraftDoubt[] {
  if (text === '' || squeeze(text) === squeeze(open.subtask)) return [];
  open.subtask = text;
  addUnused(open, 'subtask', text, where);
  return collapsedDoubt(text, 'subtask', where);
}

/** Remembers a heading until a measure stands under it. */
export function addUnused(
  open: OpenHeadings,
  field: DraftDoubt['field'],
  printed: string,
  where: Where,
): void {
  open.unused.push({ what: 'heading-unused', field, where: [where], detail: { printed } });
}

/** Called when a measure begins under these texts: gives the headings above it that none stood under, and forgets all. */
export function takeUnused(open: OpenHeadings, inUse: readonly string[]): DraftDoubt[] {
  const used = new Set(inUse);
  const unused = open.unused.filter(({ detail }) => !used.has(detail.printed ?? ''));
  open.unused = [];
  return unused;
}

function headingOf(text: string): SharedHeading {
  const flat = text.replaceAll('\n', ' ');
  const mark = leadingMark(flat);
  if (mark && mark.numbers.length > 0) return { mark: mark.mark, text: mark.rest };
  const bare = /^(\p{Nd}{2,4})\s+/u.exec(flat);
  return bare ? { mark: bare[1] ?? '', text: flat.slice(bare[0].length) } : { mark: '', text: flat };
}

function isSame(current: SharedHeading, next: SharedHeading): boolean {
  return (
    squeeze(current.mark) === squeeze(next.mark) &&
    (next.mark !== '' || squeeze(current.text) === squeeze(next.text))
  );
}

/** The same heading on the next page: of two spacings the tighter one is kept, since spaces only come in by recognition. */
function again(
  current: SharedHeading,
  next: SharedHeading,
  where: Where,
  field: 'dimension' | 'mission',
): DraftDoubt[] {
  const before = squeeze(current.text);
  const after = squeeze(next.text);
  if (before === after) {
    if (next.text.length < current.text.length) current.text = next.text;
    return [];
  }
  // A name that grew over two rows is printed again up to where it was split.
  if (before.startsWith(after)) return [];
  return [{ what: 'heading-differs', field, where: [where], detail: { printed: next.text } }];
}

function collapsedDoubt(text: string, field: 'mission' | 'subtask', where: Where): DraftDoubt[] {
  const match = COLLAPSED.exec(text);
  if (!match) return [];
  const suggestion = text.replace(COLLAPSED, '$1.$2');
  return [{ what: 'number-collapsed', field, where: [where], detail: { printed: text, suggestion } }];
}
