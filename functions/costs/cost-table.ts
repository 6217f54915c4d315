import { ASSUMED, type ExampleMonth, OTHER_DAYS, WEBHOOK_MIX, WORKING_DAYS } from './assumptions.ts';
import type { Counted } from './counted.ts';
import { fullPrice, type MonthlyCost, monthlyCost, type Prices, type Usage } from './monthly-cost.ts';
import { type Operations, times } from './operations.ts';
import { POSITIONS, type Position } from './prices.ts';
import { callsOf, monthlyUsage, operationsOf, phoneBytesOf, secondsOf, usageOf } from './usage.ts';

const KB = 1_000;
const CENTS = 100;
const PERCENT = 100;
const SATANG = 100;
const UNIT_DIGITS = 4;

/** What one row of the first table is about. */
const UNITS: readonly (readonly [label: string, of: (counted: Counted) => Operations])[] = [
  ['1,000 messages in a group, not for the account', ({ talkInGroup }) => times(1_000, talkInGroup)],
  ['1,000 times `งบ` in a group', ({ askForBudget }) => times(1_000, askForBudget)],
  ['1,000 answers in a guided chat', ({ guidedAnswer }) => times(1_000, guidedAnswer)],
  ['a notice, from the form to one group', ({ postNotice }) => postNotice],
  ['a workbook, confirmed and posted to one group', ({ sendWorkbook }) => sendWorkbook],
  [
    'a complaint with two pictures, from the first word to closed and counted',
    ({ wholeComplaint }) => wholeComplaint,
  ],
  ['an officer’s look at a case and its pictures', ({ lookAtCase }) => lookAtCase],
  ['a report on a measure, with a picture', ({ reportMeasure }) => reportMeasure],
  ['a working day in which nothing happens', ({ workingDay }) => workingDay],
];

const ACTS: readonly (readonly [label: string, of: (month: ExampleMonth) => number])[] = [
  ['webhooks', ({ webhooks }) => webhooks],
  ['notices', ({ times: { postNotice } }) => postNotice],
  ['workbooks', ({ times: { sendWorkbook } }) => sendWorkbook],
  ['complaints', ({ times: { wholeComplaint } }) => wholeComplaint],
  ['looks at cases', ({ times: { lookAtCase } }) => lookAtCase],
  ['reports on measures', ({ times: { reportMeasure } }) => reportMeasure],
];

/** Everything that the tables are computed from. */
export interface CostFacts {
  readonly counted: Counted;
  readonly prices: Prices;
  readonly bahtPerUsd: number;
  readonly months: readonly ExampleMonth[];
}

const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const usd = (cents: number): string => (cents / CENTS).toFixed(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

function unitRow(label: string, one: Operations, prices: Prices): readonly string[] {
  const usage: Usage = usageOf(one);
  const price = POSITIONS.reduce((sum, position) => sum + fullPrice(usage[position], prices[position]), 0);
  return [
    label,
    count(one.reads),
    count(one.writes),
    count(one.deletes),
    count(callsOf(one)),
    secondsOf(one).toFixed(1),
    count((one.documentBytes + one.fileBytes) / KB),
    count((one.bytesToLine + phoneBytesOf(one)) / KB),
    price.toFixed(UNIT_DIGITS),
  ];
}

function monthTable({ counted, prices, bahtPerUsd, months }: CostFacts): string {
  const costs: readonly MonthlyCost[] = months.map((month) =>
    monthlyCost(monthlyUsage(operationsOf(month, counted)), prices, bahtPerUsd, month.projects),
  );
  const centsOf = (cost: MonthlyCost, position: Position) =>
    cost.lines.find((line) => line.position === position)?.cents ?? 0;
  const paid = POSITIONS.filter((position) => costs.some((cost) => centsOf(cost, position) > 0));
  return table(
    ['in a month', ...months.map(({ name }) => name)],
    [
      ...ACTS.map(([label, of]) => [`${label}, each office`, ...months.map((month) => count(of(month)))]),
      ['documents read, of what is free', ...months.map((month) => freeReads(month, counted, prices))],
      ...paid.map((position) => [
        `${prices[position].label}, USD`,
        ...costs.map((cost) => usd(centsOf(cost, position))),
      ]),
      ['**all of it, USD**', ...costs.map(({ cents }) => `**${usd(cents)}**`)],
      ['**baht**', ...costs.map(({ satang }) => `**${(satang / SATANG).toFixed(2)}**`)],
    ],
  );
}

function freeReads(month: ExampleMonth, counted: Counted, prices: Prices): string {
  const free = prices.firestoreReads.free?.amount ?? 0;
  const { firestoreReads } = monthlyUsage(operationsOf(month, counted));
  return free > 0 ? `${Math.ceil((firestoreReads / free) * PERCENT)} %` : '–';
}

function named(prices: Prices, confirmed: 'other' | 'no'): string {
  const labels = POSITIONS.filter((position) => prices[position].confirmed === confirmed);
  return labels.map((position) => prices[position].label).join('; ');
}

/** The tables as Markdown, and what they rest on. */
export function costTable(facts: CostFacts): string {
  const { counted, prices, bahtPerUsd } = facts;
  const head = [
    'once',
    'reads',
    'writes',
    'deletes',
    'invocations',
    'seconds',
    'kept, KB',
    'sent, KB',
    'USD',
  ];
  const mix = [WEBHOOK_MIX.talkInGroup, WEBHOOK_MIX.askForBudget, WEBHOOK_MIX.guidedAnswer].join(', ');
  return [
    table(
      head,
      UNITS.map(([label, of]) => unitRow(label, of(counted), prices)),
    ),
    'The price is the full one, as if nothing were free. Three invented months, with the free quotas taken off; what is not named costs nothing there:',
    monthTable(facts),
    [
      'Counted: every operation. The rest is assumed:',
      '',
      `- of 1,000 webhooks ${mix} of the first three kinds; ${WORKING_DAYS} working days and ${OTHER_DAYS} others; ${ASSUMED.monthsKept} months of documents and files; ${bahtPerUsd} baht for a dollar`,
      `- running time, which nobody has measured at Google yet: ${ASSUMED.msPerCall} ms a call, ${ASSUMED.msPerStoreTrip} a question to Firestore, ${ASSUMED.msPerLineTrip} one to LINE, ${ASSUMED.msPerColdStart} a start`,
      '- a province gets the free quotas of Firestore and Hosting once for each office, the others once in all',
      '- not in it: tax, LINE’s own plan, logs, and what Google keeps of the deployed program',
      `- prices are those of Singapore; known from others than Google alone: ${named(prices, 'other')}; **not confirmed: ${named(prices, 'no')}**`,
    ].join('\n'),
  ].join('\n\n');
}
