/** Kinds of notices, in the order in which screens offer them. What each kind is: `kinds.ts`. */
export const NOTICE_KIND_IDS = [
  'general',
  'no-gift',
  'spending-plan',
  'training-criteria',
  'appraisal-criteria',
  'property-loan',
  'manual',
  'ethics',
  'complaint-guide',
] as const;

export type NoticeKindId = (typeof NOTICE_KIND_IDS)[number];

/** Whether a text is a kind: what comes back from a button is not trusted. */
export function isNoticeKind(text: string): text is NoticeKindId {
  return (NOTICE_KIND_IDS as readonly string[]).includes(text);
}
