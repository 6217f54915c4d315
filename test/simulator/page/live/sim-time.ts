const ZONE = 'Asia/Bangkok';
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat('th-TH-u-ca-buddhist', {
  timeZone: ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: '2-digit',
});

/** `HH:MM` in Thailand, as beside every message. */
export function clockTime(atMs: number): string {
  return clock.format(atMs);
}

/** The day in Thailand, as between the messages of two days. */
export function dayLabel(atMs: number): string {
  return day.format(atMs);
}
