import type { MeasureSettingsView } from '../../../../shared/measures/dashboard-api.ts';
import { readCount } from './read-score.ts';
import { dashboardText as t } from './text.ts';

export interface TypedRound {
  readonly months: string;
  readonly closesAfterDays: string;
  readonly name: string;
}

/** The settings as they are typed. */
export interface TypedSettings {
  readonly rounds: readonly TypedRound[];
  readonly reminderDays: string;
  readonly base: 'plan' | 'number';
  readonly baseNumber: string;
  readonly weight: string;
  readonly stillDays: string;
}

/** What is wrong, by field: "months.0", "closes.0", "reminders". */
export type SettingsProblems = Readonly<Record<string, string>>;

const REMINDERS_MAX = 10;
const REMINDER_DAYS_MAX = 60;
const CLOSES_MAX = 27;
const BASE_MAX = 10_000;
const STILL_MAX = 365;

/** The form with what stands. */
export function typedSettings(view: MeasureSettingsView): TypedSettings {
  const { rounds, reminderDays, progressBase, inProgressWeightHundredths, stillDays } = view;
  return {
    rounds: rounds.map(({ months, closesAfterDays, name }) => ({
      months: String(months),
      closesAfterDays: String(closesAfterDays),
      name: name ?? '',
    })),
    reminderDays: reminderDays.join(', '),
    base: progressBase === 'plan' ? 'plan' : 'number',
    baseNumber: progressBase === 'plan' ? '' : String(progressBase),
    weight: String(inProgressWeightHundredths),
    stillDays: String(stillDays),
  };
}

/** What is sent, or what is wrong with it. */
export function settingsBody(
  typed: TypedSettings,
  rev: number,
): { readonly body: MeasureSettingsView } | { readonly problems: SettingsProblems } {
  const problems: Record<string, string> = {};
  const count = (field: string, text: string, [min, max]: readonly [number, number], sentence: string) => {
    const found = readCount(text, min, max);
    if (found === undefined) problems[field] = sentence;
    return found ?? 0;
  };
  const rounds = typed.rounds.map(({ months, closesAfterDays, name }, at) => ({
    months: count(`months.${at}`, months, [1, 12], t.monthsWrong),
    closesAfterDays: count(`closes.${at}`, closesAfterDays, [0, CLOSES_MAX], t.closesWrong),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  }));
  for (const [at, { months }] of rounds.entries()) {
    if (rounds.findIndex((one) => one.months === months) < at) problems[`months.${at}`] ??= t.monthsTwice;
  }
  const words = typed.reminderDays.split(/[,\s]+/).filter(Boolean);
  const reminderDays = words.map((word) =>
    count('reminders', word, [0, REMINDER_DAYS_MAX], t.remindersWrong),
  );
  if (words.length > REMINDERS_MAX) problems['reminders'] = t.remindersWrong;
  const body: MeasureSettingsView = {
    rev,
    rounds,
    reminderDays,
    progressBase:
      typed.base === 'plan' ? 'plan' : count('base', typed.baseNumber, [1, BASE_MAX], t.baseWrong),
    inProgressWeightHundredths: count('weight', typed.weight, [0, 100], t.weightWrong),
    stillDays: count('still', typed.stillDays, [1, STILL_MAX], t.stillWrong),
  };
  return Object.keys(problems).length > 0 ? { problems } : { body };
}
