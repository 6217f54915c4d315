import type { DocumentCell, DocumentColumn, ReportDocument } from '../documents/report-document.ts';
import { formatDay } from '../thai/dates.ts';
import type { Day } from '../thai/days.ts';
import { toThaiDigits } from '../thai/digits.ts';
import { satang, sumSatang } from '../thai/money.ts';
import type { GiftContent } from './gift-api.ts';
import { type GiftReportInput, giftReport, giftsOfRound } from './gift-report.ts';
import { noticeText as t } from './text.ts';

/** Shares of the sheet's width, in the order of the form's columns. */
const WIDTHS = {
  number: 4,
  receivedDay: 11,
  giver: 14,
  item: 13,
  quantity: 8,
  value: 16,
  occasion: 11,
  receivedAs: 10,
  action: 12,
  note: 12,
} as const satisfies Record<keyof typeof t.giftColumns, number>;

const CENTERED: ReadonlySet<string> = new Set(['number', 'receivedDay', 'receivedAs', 'action']);

/**
 * The report of a round as a document, A4 across, in Thai digits: one row a gift and a total that is their sum, to the satang
 * (G12); "ไม่มีการรับของขวัญ" and a total of nothing where there was none. Units that said nothing yet stand in the notes. Dotted
 * lines are left where the signature's name or position is empty.
 */
export function giftDocument(
  input: GiftReportInput,
  signature: { readonly name: string; readonly position: string },
): ReportDocument {
  const report = giftReport(input);
  const gifts = giftsOfRound(input);
  const ids = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
  const columns = ids.map((id): DocumentColumn => {
    const align = id === 'value' || id === 'quantity' ? 'right' : CENTERED.has(id) ? 'center' : 'left';
    return { header: t.giftColumns[id], width: WIDTHS[id], align };
  });
  const total = sumSatang(gifts.map(({ valueSatang }) => satang(valueSatang)));
  return {
    orientation: 'landscape',
    digits: 'thai',
    titleLines: report.titleLines.map(toThaiDigits),
    paragraphs: [],
    tables: [
      {
        columns,
        rows: [
          ...(report.nilText === undefined ? [] : [{ kind: 'section' as const, text: report.nilText }]),
          ...gifts.map((gift, index) => ({ kind: 'cells' as const, cells: cellsOf(gift, index + 1) })),
          { kind: 'cells', cells: totalCells(gifts.length, total), isTotal: true },
        ],
      },
    ],
    notes: { heading: t.giftMissing, items: report.missingUnits.map(toThaiDigits) },
    signature,
    annex: { heading: '', pictures: [] },
  };
}

function words(...lines: readonly string[]): DocumentCell {
  return { kind: 'text', lines: lines.map(toThaiDigits) };
}

function cellsOf(gift: GiftContent, number: number): readonly DocumentCell[] {
  return [
    { kind: 'count', count: number },
    words(formatDay(gift.receivedDay as Day, 'short')),
    words(gift.giver, `(${t.giverKinds[gift.giverKind]})`),
    words(gift.item),
    { kind: 'count', count: gift.quantity },
    { kind: 'amount', amountSatang: satang(gift.valueSatang) },
    words(gift.occasion),
    words(t.receivedAs[gift.receivedAs]),
    words(t.giftActions[gift.action]),
    words(gift.note || '-'),
  ];
}

/** The number of gifts stands beside the words, the sum below the values; pieces of different things are not added up. */
function totalCells(times: number, total: ReturnType<typeof satang>): readonly DocumentCell[] {
  const empty = words('');
  return [
    empty,
    empty,
    words(t.giftTotalRow),
    words(t.giftTimes(times)),
    empty,
    { kind: 'amount', amountSatang: total },
    empty,
    empty,
    empty,
    empty,
  ];
}
