import { z } from 'zod';
import { NOTICE_KIND_IDS } from '../../shared/notices/kind-ids.ts';

const kind = z.enum(NOTICE_KIND_IDS);
const when = z.union([z.literal('now'), z.object({ day: z.string(), hour: z.number(), minute: z.number() })]);

/** The conversation in which a notice is written: kind → text → groups → when → preview → confirm. */
export const noticeFlow = z.discriminatedUnion('step', [
  z.object({ step: z.literal('kind') }),
  z.object({ step: z.literal('text'), kind }),
  z.object({
    step: z.literal('groups'),
    kind,
    title: z.string(),
    text: z.string(),
    groupIds: z.array(z.string()),
  }),
  z.object({
    step: z.literal('when'),
    kind,
    title: z.string(),
    text: z.string(),
    groupIds: z.array(z.string()),
  }),
  z.object({
    step: z.literal('confirm'),
    kind,
    title: z.string(),
    text: z.string(),
    groupIds: z.array(z.string()),
    when,
  }),
]);
export type NoticeFlow = z.infer<typeof noticeFlow>;
