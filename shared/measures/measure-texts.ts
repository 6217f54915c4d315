import { printItem } from './list-marks.ts';
import type { Measure, MeasureField } from './measure.ts';

/** Every text of a measure with the field it stands in, empty ones left out. */
export function measureTexts(measure: Measure): { field: MeasureField; text: string }[] {
  const texts: [MeasureField, string][] = [
    ['dimension', measure.dimension?.text ?? ''],
    ['mission', measure.mission?.text ?? ''],
    ['subtask', measure.subtask],
    ['indicator', measure.indicator],
    ['title', measure.title],
    // The first part is the title.
    ['parts', measure.parts.slice(1).map(printItem).join('\n')],
    ['steps', measure.steps.map(printItem).join('\n')],
    ['units', measure.unitsPrinted],
    ['result', measure.result],
    ['outcome', measure.outcome],
    ['followUp', measure.followUp],
    ['obstacle', measure.obstacle],
    ['suggestion', measure.suggestion],
    ['note', measure.note],
  ];
  return texts.flatMap(([field, text]) => (text === '' || text === '-' ? [] : [{ field, text }]));
}
