import { isWorkingDay } from '../../shared/complaints/working-days.ts';
import { bangkokTime } from '../../shared/thai/days.ts';
import { OFFICE_CLOSED } from './settings.ts';

/** Office hours, Bangkok: what is done once an hour is done within. */
const FIRST_HOUR = 9;
const LAST_HOUR = 16;

/** The hour of the office that a moment lies in, `YYYY-MM-DD-HH`; undefined when the office is closed. */
export function officeHourOf(nowMs: number): string | undefined {
  const { hour, day } = bangkokTime(nowMs);
  const isOpen = hour >= FIRST_HOUR && hour <= LAST_HOUR && isWorkingDay(day, OFFICE_CLOSED);
  return isOpen ? `${day}-${String(hour).padStart(2, '0')}` : undefined;
}
