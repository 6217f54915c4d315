import { z } from 'zod';

/** Answer of `GET /liff/config.json`: how the mini-app lets people log in. Nothing in it is secret. */
export const liffConfigSchema = z.object({
  /** Empty when the office has not set it. */
  liffId: z.string(),
  /** `simulator`: the program talks to a simulated LINE on this machine, which the LIFF SDK could not reach. */
  login: z.enum(['line', 'simulator']),
});
export type LiffConfig = z.infer<typeof liffConfigSchema>;
