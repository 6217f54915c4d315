import type { Clock } from '../../bot/clock.ts';
import type { GoogleProject, Told } from './google-project.ts';

/** An API that was just switched on answers "off" for some minutes more ("Enabling and disabling services"). */
const TRIES = 18;
const WAIT_MS = 10_000;

/** The project, asked again while an API still says that it is off. */
export function patientProject(google: GoogleProject, clock: Clock): GoogleProject {
  const patiently =
    <A extends unknown[], T>(ask: (...words: A) => Promise<Told<T>>) =>
    async (...words: A): Promise<Told<T>> => {
      for (let tried = 1; ; tried += 1) {
        const told = await ask(...words);
        if (told.kind !== 'failed' || told.why !== 'disabled' || tried === TRIES) return told;
        await clock.sleep(WAIT_MS);
      }
    };
  return {
    ...google,
    billing: patiently(google.billing),
    database: patiently(google.database),
    createDatabase: patiently(google.createDatabase),
    bucket: patiently(google.bucket),
    secret: patiently(google.secret),
    putSecret: patiently(google.putSecret),
    account: patiently(google.account),
    makeAccount: patiently(google.makeAccount),
    policy: patiently(google.policy),
    setPolicy: patiently(google.setPolicy),
  };
}
