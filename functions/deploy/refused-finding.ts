import type { Finding } from '../../bot/setup/finding.ts';
import type { Told } from './google-project.ts';
import { deployText as t } from './text.ts';

/** What to say when Google did not do something that it should have been able to do. */
export function refusedFinding(
  what: string,
  told: Exclude<Told<never>, { kind: 'told' }>,
  projectId: string,
): Finding {
  const { why, status } = told.kind === 'none' ? ({ why: 'other', status: 404 } as const) : told;
  return { level: 'bad', text: t.refused(what, why, status, projectId) };
}
