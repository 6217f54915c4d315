import { type DocumentDigits, numberInDigits } from '../../shared/documents/document-digits.ts';
import type { DocumentCell } from '../../shared/documents/report-document.ts';
import { formatMoney } from '../../shared/thai/money.ts';
import { formatPercent } from '../../shared/thai/percent.ts';

/** What stands in a cell on paper, line by line; none in an empty cell and in one that goes on from above. */
export function cellLines(cell: DocumentCell, digits: DocumentDigits): readonly string[] {
  switch (cell.kind) {
    case 'text':
      return cell.lines;
    case 'amount':
      return [numberInDigits(formatMoney(cell.amountSatang), digits)];
    case 'count':
      return [numberInDigits(String(cell.count), digits)];
    case 'hundredths':
      return [numberInDigits(formatPercent(cell.hundredths), digits)];
    case 'above':
      return [];
  }
}

/** Whether a cell holds a number, which stands at the right edge. */
export function isNumber({ kind }: DocumentCell): boolean {
  return kind === 'amount' || kind === 'count' || kind === 'hundredths';
}
