import { type BoardGroup, type BoardLine, byUnit, progressOfLines } from '../../shared/measures/board.ts';
import type { Progress } from '../../shared/measures/progress.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { type Day, daysBetween } from '../../shared/thai/days.ts';
import { formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import { truncate } from '../../shared/thai/text.ts';
import {
  bubble,
  button,
  COLORS,
  type Component,
  column,
  flex,
  press,
  quick,
  row,
  separator,
  text,
  withQuick,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { buttonData } from '../webhook/button.ts';
import type { PlanNow } from './read-plan.ts';
import { measuresText as t } from './text.ts';

/** Units with a bar of their own; an office has seven to ten. */
const UNITS_SHOWN = 10;
const MEASURES_SHOWN = 8;
const TITLE_GRAPHEMES = 70;
/** LINE takes addresses of 1,000 characters (Messaging API reference, "URI action"). */
const UNIT_IN_ADDRESS_UNITS = 80;
const AMBER_BAR = '#E0A100';

/** Opens a page of the mini-app; undefined where none is set up. */
export type PageUrl = (path: string) => string | undefined;

/** The office's progress: one large figure, and a bar for every unit. */
export function summaryCard(
  found: PlanNow,
  today: Day,
  pageUrl: PageUrl,
  kicker: string = t.kicker,
): Message {
  const { plan, lines, settings } = found;
  const year = formatFiscalYear(plan.fiscalYear);
  const progress = progressOfLines(lines, settings.progress);
  const percent = formatPercent(progress.percentHundredths);
  const units = unitsOf(found);
  const shown = units.slice(0, UNITS_SHOWN);
  const card = bubble({
    kicker,
    title: t.yearTitle(year),
    body: [
      text(t.done, { size: 'sm', color: COLORS.muted, margin: 'lg' }),
      text(t.percent(percent), { size: '3xl', weight: 'bold', color: COLORS.green }),
      bar(progress, '14px'),
      countsLine(progress),
      separator('lg'),
      ...shown.map(unitRow),
      ...(units.length > shown.length
        ? [text(t.moreUnits(units.length - shown.length), { size: 'xs', color: COLORS.muted, margin: 'md' })]
        : []),
      roundLine(found, today),
    ],
    buttons: [
      ...pageButton(pageUrl, 'measures', t.openList),
      button(press(t.seeOwn, viewData(found, { v: 'own' }), t.seeOwn), 'secondary'),
    ],
  });
  return withQuick(
    flex(t.summaryAlt(year, percent), card),
    shown.map(({ name }) =>
      quick(name || t.noUnit, viewData(found, { v: 'unit', u: unitPlace(found, name) })),
    ),
  );
}

/** A unit's measures: what is late, then what waits for this round's report. */
export function unitCard(
  found: PlanNow,
  of: { readonly name: string; readonly lines: readonly BoardLine[] },
  today: Day,
  pageUrl: PageUrl,
  kicker: string = t.kicker,
): Message {
  const { settings } = found;
  const progress = progressOfLines(of.lines, { ...settings.progress, base: 'plan' });
  const late = of.lines.filter(({ due }) => due === 'late');
  const due = of.lines.filter((line) => line.due === 'due');
  const waiting = [...late, ...due];
  const shown = waiting.slice(0, MEASURES_SHOWN);
  const name = of.name || t.noUnit;
  return flex(
    t.unitAlt(name, late.length),
    bubble({
      kicker,
      title: name,
      body: [
        text(t.percent(formatPercent(progress.percentHundredths)), {
          size: 'xxl',
          weight: 'bold',
          color: COLORS.green,
          margin: 'md',
        }),
        bar(progress, '14px'),
        countsLine(progress),
        separator('lg'),
        ...(shown.length === 0 ? [text(t.noneLate, { size: 'sm', color: COLORS.muted, margin: 'lg' })] : []),
        ...shown.map(measureRow),
        ...(waiting.length > shown.length
          ? [
              text(t.moreMeasures(waiting.length - shown.length), {
                size: 'xs',
                color: COLORS.muted,
                margin: 'md',
              }),
            ]
          : []),
        roundLine(found, today),
      ],
      buttons: [
        ...pageButton(pageUrl, unitPage(of.name), t.openList),
        button(press(t.seeAll, viewData(found, { v: 'all' }), t.seeAll), 'secondary'),
      ],
    }),
  );
}

/** The units of a plan with their progress, the slowest first. */
export function unitsOf({ plan, lines, settings }: PlanNow): BoardGroup[] {
  const share = ({ progress }: BoardGroup): number => progress.percentHundredths ?? 0;
  return byUnit(plan.index, lines, settings.progress, settings.stillDays).sort((a, b) => share(a) - share(b));
}

/** Data of a button that shows a part of a plan, of the version it was drawn from. */
export function viewData({ plan }: PlanNow, values: Readonly<Record<string, string | number>>): string {
  return buttonData('measures', 'view', { y: plan.fiscalYear, r: plan.version, ...values });
}

/** The list of one unit; of one with a very long name the whole list, since a Thai letter takes nine characters of an address. */
function unitPage(name: string): string {
  return name.length > UNIT_IN_ADDRESS_UNITS ? 'measures' : `measures?unit=${encodeURIComponent(name)}`;
}

/** Names of units can be longer than a button's data: the button carries the unit's place in the plan, -1 for none. */
function unitPlace({ plan }: PlanNow, name: string): number {
  return plan.index.units.findIndex(({ unit }) => unit === name);
}

function unitRow({ name, progress, late }: BoardGroup): Component {
  return column(
    [
      row([
        text(truncate(name || t.noUnit, TITLE_GRAPHEMES), { size: 'sm', flex: 7 }),
        text(formatPercent(progress.percentHundredths), {
          size: 'sm',
          weight: 'bold',
          align: 'end',
          flex: 3,
        }),
      ]),
      bar(progress, '8px'),
      text(t.unitOf(progress.planned, late), { size: 'xs', color: late > 0 ? COLORS.red : COLORS.muted }),
    ],
    { margin: 'md', spacing: 'xs' },
  );
}

function measureRow({ line, due, standing }: BoardLine): Component {
  const isLate = due === 'late';
  return column(
    [
      text(truncate(`${line.number} ${line.title}`.trim(), TITLE_GRAPHEMES), { size: 'sm' }),
      text(
        `${isLate ? t.lateTitle : t.dueTitle} · ${standing.status === null ? t.noStatus : t.status[standing.status]}`,
        { size: 'xs', color: isLate ? COLORS.red : COLORS.amber },
      ),
    ],
    { margin: 'md' },
  );
}

function countsLine({ counts }: Progress): Component {
  return text(t.counts(counts.done, counts.inProgress, counts.notStarted, counts.unknown), {
    size: 'xs',
    color: COLORS.muted,
    margin: 'sm',
  });
}

function roundLine({ now: { round, isOver } }: PlanNow, today: Day): Component {
  const day = formatDay(round.closes, 'short');
  const said = isOver
    ? t.roundOver(round.name, day)
    : `${t.roundLine(round.name, day)} (${t.remindLeft(daysBetween(today, round.closes))})`;
  return text(said, { size: 'xs', color: COLORS.muted, margin: 'lg' });
}

/** Finished in green, under way in amber, the rest behind. */
function bar({ counts, planned }: Progress, height: string): Component {
  const done = shareOf(counts.done, planned);
  const inProgress = Math.min(100 - done, shareOf(counts.inProgress, planned));
  const part = (percent: number, color: string): Component[] =>
    percent > 0
      ? [column([{ type: 'filler' }], { width: `${percent}%`, backgroundColor: color, height })]
      : [];
  return row([...part(done, COLORS.green), ...part(inProgress, AMBER_BAR), { type: 'filler' } as Component], {
    height,
    backgroundColor: COLORS.track,
    cornerRadius: '5px',
  });
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 100) / whole);
}

function pageButton(pageUrl: PageUrl, path: string, label: string): Component[] {
  const uri = pageUrl(path);
  return uri === undefined ? [] : [button({ type: 'uri', label, uri })];
}
