import { z } from 'zod';

const count = z.int().min(0);

/** Answer of `GET /api/quota`: the month's messages. Figures of pushes; what rides on answers is free. */
export const quotaViewSchema = z.object({
  /** "กรกฎาคม 2569" */
  monthText: z.string(),
  /** Absent when the account has no limit. */
  limit: count.optional(),
  used: count,
  /** Kept for what is critical. */
  reserve: count,
  /** What can still be pushed without touching the reserve; absent without a limit. */
  left: count.optional(),
  /** What the coming posts of this month cost if nobody types in time. */
  coming: count,
  comingPosts: z.array(z.object({ text: z.string(), atMs: z.number(), messages: count })),
  /** Messages that riding on answers saved this month. */
  saved: count,
  text: z.string(),
});
export type QuotaView = z.infer<typeof quotaViewSchema>;
