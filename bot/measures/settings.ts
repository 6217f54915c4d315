import { DEFAULT_PROGRESS } from '../../shared/measures/progress.ts';
import { DEFAULT_REMINDER_DAYS, DEFAULT_ROUNDS } from '../../shared/measures/rounds.ts';
import { ref, type Transaction } from '../store/store.ts';
import { type MeasureSettings, measureSettings, SETTINGS_ID } from './records.ts';

/** Two months without a word is when a half-yearly round is past saving by itself. */
const STILL_DAYS = 60;

/** An office that set nothing: rounds of 6 and 12 months. */
const NEW_SETTINGS: MeasureSettings = {
  rounds: DEFAULT_ROUNDS,
  reminderDays: DEFAULT_REMINDER_DAYS,
  progress: DEFAULT_PROGRESS,
  stillDays: STILL_DAYS,
  planYears: [],
  rev: 0,
};

/** The office's settings of measures. One read. */
export async function settingsOf(tx: Pick<Transaction, 'get'>): Promise<MeasureSettings> {
  return (await tx.get(ref(measureSettings, SETTINGS_ID)))?.data ?? NEW_SETTINGS;
}
