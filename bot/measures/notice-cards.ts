import { unitKey } from '../../shared/measures/answers-for.ts';
import { type BoardLine, progressOfLines } from '../../shared/measures/board.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { type Day, daysBetween } from '../../shared/thai/days.ts';
import { formatPercent } from '../../shared/thai/percent.ts';
import { truncate } from '../../shared/thai/text.ts';
import { bubble, button, COLORS, flex, press, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { type PageUrl, unitsOf, viewData } from './cards.ts';
import type { PlanNow } from './read-plan.ts';
import { measuresText as t } from './text.ts';

const TITLES_SHOWN = 5;
const UNITS_SHOWN = 8;
const TITLE_GRAPHEMES = 70;

/** To somebody of a unit before a round closes: how many of the unit's measures wait, and until when. */
export function reminderCard(
  found: PlanNow,
  unit: string,
  waiting: readonly BoardLine[],
  today: Day,
  pageUrl: PageUrl,
): Message {
  const { round } = found.now;
  const closes = formatDay(round.closes, 'long');
  const uri = pageUrl('measures');
  const titles = waiting
    .slice(0, TITLES_SHOWN)
    .map(({ line }) => `• ${truncate(line.title, TITLE_GRAPHEMES)}`);
  const more = waiting.length - titles.length;
  return flex(
    t.remindAlt(waiting.length, closes),
    bubble({
      kicker: t.kicker,
      title: t.remindTitle(round.name),
      body: [
        text(t.remindLeft(daysBetween(today, round.closes)), {
          size: 'xxl',
          weight: 'bold',
          color: COLORS.amber,
          margin: 'md',
        }),
        text(t.remindWaiting(unit, waiting.length), { size: 'sm', margin: 'sm' }),
        text([...titles, ...(more > 0 ? [t.moreMeasures(more)] : [])].join('\n'), {
          size: 'sm',
          margin: 'lg',
        }),
        text(t.roundLine(round.name, closes), { size: 'xs', color: COLORS.muted, margin: 'lg' }),
      ],
      buttons: [
        uri === undefined
          ? button(press(t.seeOwn, viewData(found, { v: 'own' }), t.seeOwn))
          : button({ type: 'uri', label: t.openList, uri }),
      ],
    }),
  );
}

/** To executives after a round closed: how far the office came, and who did not report. `found` stands as of the closing day. */
export function closedCard(found: PlanNow, pageUrl: PageUrl): Message {
  const { lines, settings, now } = found;
  const progress = progressOfLines(lines, settings.progress);
  const missing = lines.filter(({ due }) => due === 'due' || due === 'late').length;
  const late = unitsOf(found).flatMap((unit) => {
    const count = found.lines.filter(
      ({ line, due }) =>
        (due === 'due' || due === 'late') &&
        line.units.some((place) => unitKey(found.plan.index.units[place]?.unit ?? '') === unitKey(unit.name)),
    ).length;
    return count > 0 ? [`${unit.name || t.noUnit}: ${count}`] : [];
  });
  const uri = pageUrl('measures');
  const percent = formatPercent(progress.percentHundredths);
  return flex(
    `${t.closedTitle(now.round.name)} ${t.closedMissing(missing)}`,
    bubble({
      kicker: t.kicker,
      title: t.closedTitle(now.round.name),
      body: [
        text(t.percent(percent), { size: '3xl', weight: 'bold', color: COLORS.green, margin: 'md' }),
        text(t.closedMissing(missing), {
          size: 'sm',
          margin: 'sm',
          color: missing > 0 ? COLORS.red : COLORS.text,
        }),
        ...(late.length > 0
          ? [text(late.slice(0, UNITS_SHOWN).join('\n'), { size: 'sm', margin: 'lg' })]
          : []),
      ],
      buttons: [
        uri === undefined
          ? button(press(t.seeAll, viewData(found, { v: 'all' }), t.seeAll))
          : button({ type: 'uri', label: t.openList, uri }),
      ],
    }),
  );
}
