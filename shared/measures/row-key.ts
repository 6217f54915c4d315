import type { ColumnField } from './columns.ts';
import type { Draft } from './draft.ts';
import { leadingMark } from './list-marks.ts';
import type { PrintedNumber } from './measure.ts';
import type { RowFields } from './row-fields.ts';

/** What the cells in front of a measure say about its row. */
export interface RowKey {
  /** A cell that only stands at the start of a measure is filled. */
  readonly begins: boolean;
  /** The measure cell is a list of parts. */
  readonly listsParts: boolean;
  readonly number: PrintedNumber | null;
  readonly indicator: string;
  /** The indicator is the one above: its cell is empty, but the row has an owner of its own. */
  readonly inherited: boolean;
}

/**
 * Reads number and indicator of a row. Where the number stands with the indicator, the measure cell lists numbered parts instead.
 * `last` is the measure above, whose indicator an empty cell takes over.
 */
export function readRowKey(fields: RowFields, last: Draft | undefined): RowKey {
  const get = (field: ColumnField): string => fields.texts.get(field) ?? '';
  const printed = get('number');
  const ownNumber = /^\(?\p{Nd}{1,3}[.)]?$/u.test(printed)
    ? numberOf(`${printed.replace(/[.)(]/g, '')}.`)
    : null;
  const own = get('indicator');
  const under = fields.texts.has('indicator') ? (last?.texts.indicator ?? '') : '';
  // An empty indicator cell beside a measure with its own owner is merged with the one above.
  const inherited = own === '' && under !== '' && get('measure') !== '' && get('owner') !== '';
  const indicator = inherited ? under : own;
  if (indicator === '') {
    const listsParts = under !== '';
    return {
      begins: !listsParts && ownNumber !== null,
      listsParts,
      number: ownNumber,
      indicator: '',
      inherited,
    };
  }
  const mark = leadingMark(indicator);
  const number = numberOf(indicator);
  return {
    begins: true,
    listsParts: true,
    number: number ?? ownNumber,
    indicator: number && mark ? mark.rest : indicator,
    inherited,
  };
}

function numberOf(text: string): PrintedNumber | null {
  const mark = leadingMark(text);
  const value = mark?.numbers[0];
  return mark && value !== undefined && mark.numbers.length === 1 ? { mark: mark.mark, value } : null;
}
