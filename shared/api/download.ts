import { z } from 'zod';

const KIND_UNITS_MAX = 60;

/** Body of `POST /api/downloads`: which file, and how. What `input` holds is the kind's own. */
export const downloadBodySchema = z.object({
  kind: z.string().min(1).max(KIND_UNITS_MAX),
  input: z.unknown(),
});
export type DownloadBody = z.infer<typeof downloadBodySchema>;

/**
 * Answer of `POST /api/downloads`: an address below the program's own that gives the file once, without a login, to be opened
 * in the phone's browser (`liff.openWindow` with `external: true`): the browser inside LINE cannot save what a page fetched.
 */
export const downloadTicketSchema = z.object({
  path: z.string().regex(/^\/api\/downloads\/[\w-]{43}$/),
  /** From this moment on (epoch ms) it gives nothing. */
  expiresAtMs: z.int(),
});
export type DownloadTicket = z.infer<typeof downloadTicketSchema>;
