import { DEFAULT_DEADLINE_RULES } from '../../shared/complaints/deadlines.ts';
import { HOLIDAYS } from '../../shared/complaints/holidays.ts';
import { closedDays } from '../../shared/complaints/working-days.ts';
import { ref, type Transaction } from '../store/store.ts';
import { type ComplaintSettings, complaintSettings, SETTINGS_ID } from './records.ts';

/** An office that set nothing. A year after the end is within what ITA reviews look back on. */
const NEW_SETTINGS: ComplaintSettings = {
  headReaderIds: [],
  deadlines: DEFAULT_DEADLINE_RULES,
  retentionDays: 365,
};

/** The office's settings for complaints. */
export async function settingsOf(tx: Pick<Transaction, 'get'>): Promise<ComplaintSettings> {
  return (await tx.get(ref(complaintSettings, SETTINGS_ID)))?.data ?? NEW_SETTINGS;
}

/** The days on which the office is closed. */
export const OFFICE_CLOSED = closedDays(HOLIDAYS);
