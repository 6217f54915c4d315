import { z } from 'zod';
import { isDay } from '../thai/days.ts';

/** A day in Bangkok, 'YYYY-MM-DD'. */
const day = z.string().refine(isDay);
const count = z.int().min(0);

/** Question part of `GET /api/statistics/complaints`, and which statistics a file is made of. */
export const statisticsQuerySchema = z.object({
  period: z.enum(['month', 'half', 'year']).default('half'),
  /** Any day of the period, usually its last one; today's period where left out. */
  end: day.optional(),
});
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>;

/** What `POST /api/downloads` takes as `input` for the kind `complaint-statistics`. */
export const statisticsDownloadSchema = statisticsQuerySchema.extend({ format: z.enum(['docx', 'xlsx']) });
export type StatisticsDownload = z.infer<typeof statisticsDownloadSchema>;
export const STATISTICS_DOWNLOAD_KIND = 'complaint-statistics';

const totals = { received: count, finished: count, inProgress: count };

/** Answer of `GET /api/statistics/complaints`: what may be shown to everyone, with the words for it. Arabic digits. */
export const statisticsViewSchema = z.object({
  officeName: z.string(),
  period: z.object({ kind: z.enum(['month', 'half', 'year']), first: day, last: day, name: z.string() }),
  asOf: day,
  /** Said instead of figures when there was none: "ไม่มีเรื่องร้องเรียน". */
  none: z.string().optional(),
  ...totals,
  /** Left out where they may not be shown. */
  answers: z.object({ onTime: count, late: count }).optional(),
  /** "12.50"; left out where it may not be shown. */
  averageDays: z.string().optional(),
  byMonth: z.array(z.object({ name: z.string(), ...totals })),
  /** Adds up to `received`; left out where it may not be shown. */
  byCategory: z.array(z.object({ name: z.string(), received: count })).optional(),
  notes: z.array(z.string()),
  /** The `end` of the period before; and of the one after, where that has begun. */
  previousEnd: day,
  nextEnd: day.optional(),
});
export type StatisticsView = z.infer<typeof statisticsViewSchema>;
