/**
 * `node --import`ed before a command of `bot` that works on Cloud Firestore (`npm run move`): gives it the settings of `.env` and the
 * login of `npm run deploy -- --login`. Does nothing where the command needs no login, or has one.
 */
import { existsSync } from 'node:fs';
import { firebaseTools } from './firebase-tools.ts';
import { googleCredentialsFile } from './google-login.ts';

const environment = process.env;
// npm starts its scripts in the folder of the package.
if (existsSync('.env')) process.loadEnvFile('.env');
const needsLogin =
  environment['GOOGLE_CLOUD_PROJECT'] &&
  !environment['FIRESTORE_EMULATOR_HOST'] &&
  !environment['GOOGLE_APPLICATION_CREDENTIALS'];
if (needsLogin) {
  const tools = firebaseTools((line) => void process.stderr.write(`${line}\n`));
  const path = await googleCredentialsFile(tools);
  if (path) environment['GOOGLE_APPLICATION_CREDENTIALS'] = path;
}
