import { z } from 'zod';

const roleSchema = z.enum(['staff', 'finance', 'officer', 'executive', 'admin']);

/** Answer of `GET /api/session`: who the person is to the office. */
export const sessionSchema = z.object({
  name: z.string(),
  unit: z.string(),
  roles: z.array(roleSchema).readonly(),
  officeName: z.string(),
  /** Names this person's drafts on a phone without naming the person; the same at every login. */
  personKey: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;
