import type { Finding } from '../../bot/setup/finding.ts';
import type { CheckMode, DeployDeps } from './deploy-deps.ts';
import { refusedFinding } from './refused-finding.ts';
import { deployText as t } from './text.ts';

/** Where the functions run, so where the data should lie. Neither can be moved later. */
const REGION = 'asia-southeast1';
/** A database is made in less than a minute, as a rule. */
const TRIES = 30;
const WAIT_MS = 5_000;

type Deps = Pick<DeployDeps, 'google' | 'clock' | 'settings'>;

/** Whether there is a database of the right kind; when preparing, makes it, for a person could pick a region for good. */
export async function ensureDatabase(
  { google, clock, settings }: Deps,
  mode: CheckMode,
): Promise<{ readonly finding: Finding; readonly isThere: boolean }> {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const told = await google.database();
  if (told.kind === 'failed') {
    return { finding: refusedFinding(t.google.database, told, projectId), isThere: false };
  }
  if (told.kind === 'told') {
    const { type, location, edition, keepsPast } = told.value;
    if (type !== 'FIRESTORE_NATIVE' || edition === 'ENTERPRISE') {
      return { finding: { level: 'bad', text: t.databaseWrong(projectId) }, isThere: false };
    }
    // A draft and its case could be read side by side that long.
    if (keepsPast) return { finding: { level: 'look', text: t.databaseKeepsPast(projectId) }, isThere: true };
    return {
      finding:
        location === REGION
          ? { level: 'good', text: t.databaseRight(location) }
          : { level: 'look', text: t.databaseElsewhere(location) },
      isThere: true,
    };
  }
  if (mode === 'look') return { finding: { level: 'look', text: t.databaseLater }, isThere: false };
  const began = await google.createDatabase(REGION);
  if (began.kind !== 'told') {
    return { finding: refusedFinding(t.google.createDatabase, began, projectId), isThere: false };
  }
  for (let tried = 1; tried <= TRIES; tried += 1) {
    await clock.sleep(WAIT_MS);
    if ((await google.database()).kind === 'told') {
      return { finding: { level: 'done', text: t.databaseMade }, isThere: true };
    }
  }
  return { finding: { level: 'bad', text: t.databaseSlow }, isThere: false };
}

/** Whether there is a bucket for evidence and pictures. Firebase makes it with its rules when a person asks for it. */
export async function checkBucket({
  google,
  settings,
}: Deps): Promise<{ readonly finding: Finding; readonly name: string | undefined }> {
  const projectId = settings.GOOGLE_CLOUD_PROJECT;
  const told = await google.bucket();
  if (told.kind === 'none' || (told.kind === 'told' && told.value.name === '')) {
    return { finding: { level: 'bad', text: t.bucketMissing(projectId) }, name: undefined };
  }
  if (told.kind === 'failed') {
    return { finding: refusedFinding(t.google.bucket, told, projectId), name: undefined };
  }
  const { name, location } = told.value;
  const isNear = location === '' || location.toLowerCase() === REGION;
  return {
    finding: isNear
      ? { level: 'good', text: t.bucketRight(name) }
      : { level: 'look', text: t.bucketElsewhere(name, location) },
    name,
  };
}
