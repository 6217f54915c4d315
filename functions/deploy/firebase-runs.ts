/**
 * What firebase-tools is told. Rules and indexes first and without `--force`: what somebody else put into the database stays.
 * Functions with it: without, firebase-tools ends a first deployment that nobody sits in front of before Hosting, because of the
 * clean-up policy of old images, and will not take away a function of this codebase that a new release no longer has.
 */
export function firebaseRuns(projectId: string): readonly (readonly string[])[] {
  const common = ['deploy', '--project', projectId, '--non-interactive'];
  return [
    [...common, '--only', 'firestore,storage'],
    [...common, '--only', 'functions,hosting', '--force'],
  ];
}
