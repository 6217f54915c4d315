import { addDays, bangkokTime, epochMsOf } from '../thai/days.ts';

/** Hours, Bangkok time, in which nobody's phone is to ring: from one until before the other, over midnight as a rule. */
export interface QuietHours {
  readonly fromHour: number;
  readonly toHour: number;
}

/** Whether a moment (epoch ms) is quiet. The same hour twice means that none is. */
export function isQuiet(atMs: number, { fromHour, toHour }: QuietHours): boolean {
  const { hour } = bangkokTime(atMs);
  if (fromHour === toHour) return false;
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}

/** The moment itself, or the end of the quiet hours it lies in. */
export function outOfQuiet(atMs: number, quiet: QuietHours): number {
  if (!isQuiet(atMs, quiet)) return atMs;
  const { day } = bangkokTime(atMs);
  const end = epochMsOf(day, quiet.toHour);
  return end > atMs ? end : epochMsOf(addDays(day, 1), quiet.toHour);
}
