/** Where a case stands. */
export type StatusId =
  | 'received'
  | 'screening'
  | 'more-info'
  | 'fact-finding'
  | 'action'
  | 'result-told'
  | 'closed'
  | 'forwarded'
  | 'not-accepted'
  | 'disputed'
  | 'reopened';
