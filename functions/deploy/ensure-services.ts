import type { Finding } from '../../bot/setup/finding.ts';
import type { CheckMode, DeployDeps } from './deploy-deps.ts';
import { refusedFinding } from './refused-finding.ts';
import { deployText as t } from './text.ts';

/** Switching on takes a minute at most in Google's words; a new project takes longer. */
const TRIES = 30;
const WAIT_MS = 5_000;

/** The named APIs that are on now, and what there is to say. */
export interface ServicesState {
  readonly on: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Looks which APIs are on and, when preparing, switches the others on and waits until Google says they are. */
export async function ensureServices(
  { google, clock, settings, say }: Pick<DeployDeps, 'google' | 'clock' | 'settings' | 'say'>,
  names: readonly string[],
  mode: CheckMode,
): Promise<ServicesState> {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const told = await google.enabled(names);
  if (told.kind !== 'told') {
    return { on: new Set(), findings: [refusedFinding(t.google.services, told, projectId)] };
  }
  let on = told.value;
  let missing = names.filter((name) => !on.has(name));
  if (missing.length === 0) return { on, findings: [] };
  if (mode === 'look') return { on, findings: [{ level: 'look', text: t.servicesLater(missing) }] };
  say(t.enabling(missing));
  const began = await google.enable(missing);
  if (began.kind !== 'told') {
    const isTheirs = began.kind === 'failed' && (began.why === 'forbidden' || began.why === 'other');
    return {
      on,
      findings: [
        isTheirs
          ? { level: 'bad', text: t.servicesOff(missing, projectId) }
          : refusedFinding(t.google.enable, began, projectId),
      ],
    };
  }
  for (let tried = 1; tried <= TRIES; tried += 1) {
    await clock.sleep(WAIT_MS);
    const now = await google.enabled(names);
    if (now.kind === 'told') on = now.value;
    missing = names.filter((name) => !on.has(name));
    if (missing.length === 0) return { on, findings: [] };
  }
  return { on, findings: [{ level: 'bad', text: t.servicesSlow(missing, projectId) }] };
}
