/** What is counted, a flow each; `test/functions/costs/flows.ts` says what happens in it. */
export const FLOW_NAMES = [
  'talkInGroup',
  'askForBudget',
  'guidedAnswer',
  'postNotice',
  'sendWorkbook',
  'wholeComplaint',
  'lookAtCase',
  'reportMeasure',
  'workingDay',
  'weekendDay',
] as const;

export type FlowName = (typeof FLOW_NAMES)[number];
