import type { CommitRequestDeps } from '../api/commit-request.ts';
import type { Files } from '../files/files.ts';

/** What the routes of measures need. */
export interface MeasureApiDeps extends CommitRequestDeps {
  readonly files: Files;
}
