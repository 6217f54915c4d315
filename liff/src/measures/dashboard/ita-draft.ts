import type { ItaBody, ItaView } from '../../../../shared/measures/dashboard-api.ts';
import { formatPercent } from '../../../../shared/thai/percent.ts';
import { readYear } from '../plan/read-year.ts';
import { toThaiYear } from '../thai-year.ts';
import { readScore } from './read-score.ts';
import { dashboardText as t } from './text.ts';

export type Instrument = ItaBody['indicators'][number]['instrument'];

/** One indicator as it is typed. */
export interface TypedIndicator {
  /** Its name when it was read; null for one that was added. */
  readonly was: string | null;
  readonly name: string;
  readonly instrument: Instrument;
  readonly score: string;
  readonly measureIds: readonly string[];
}

/** The form as it is typed. */
export interface TypedIta {
  readonly scoredYear: string;
  readonly weakBelow: string;
  readonly indicators: readonly TypedIndicator[];
}

/** What is wrong, by field: "scoredYear", "weakBelow", "score.2", "name.2". */
export type ItaProblems = Readonly<Record<string, string>>;

/** The form with what stands. */
export function typedOf({ scoredYear, weakBelowHundredths, indicators }: ItaView): TypedIta {
  return {
    scoredYear: toThaiYear(scoredYear),
    weakBelow: formatPercent(weakBelowHundredths),
    indicators: indicators.map(({ name, instrument, scoreHundredths, measureIds }) => ({
      was: name,
      name,
      instrument,
      score: scoreText(scoreHundredths),
      measureIds,
    })),
  };
}

/** A score as a person types it. */
export function scoreText(hundredths: number | null): string {
  return hundredths === null ? '' : formatPercent(hundredths);
}

/** What is sent, or what is wrong with it. */
export function bodyOf(
  typed: TypedIta,
  { fiscalYear, rev }: Pick<ItaView, 'fiscalYear' | 'rev'>,
): { readonly body: ItaBody } | { readonly problems: ItaProblems } {
  const problems: Record<string, string> = {};
  const scoredYear = readYear(typed.scoredYear);
  if (!scoredYear) problems['scoredYear'] = t.yearWrong;
  const weakBelowHundredths = readScore(typed.weakBelow);
  if (weakBelowHundredths == null) problems['weakBelow'] = t.scoreWrong;
  const indicators = typed.indicators.map(({ name, instrument, score, measureIds }, at) => {
    const scoreHundredths = readScore(score);
    if (scoreHundredths === undefined) problems[`score.${at}`] = t.scoreWrong;
    if (name.trim() === '') problems[`name.${at}`] = t.nameWrong;
    return {
      name: name.trim(),
      instrument,
      scoreHundredths: scoreHundredths ?? null,
      measureIds: [...measureIds],
    };
  });
  if (!scoredYear || weakBelowHundredths == null || Object.keys(problems).length > 0) return { problems };
  return { body: { fiscalYear, rev, scoredYear, weakBelowHundredths, indicators } };
}
