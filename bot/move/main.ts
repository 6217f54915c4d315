import { systemClock } from '../clock.ts';
import { openPlace } from './open-place.ts';
import { runMove } from './run-move.ts';
import { moveText } from './text.ts';

/** `npm run move -- --to firestore|embedded`: carries the office of this machine to Cloud Firestore, or back. */
const env = process.env;
const settings = {
  // The same default as the program itself has.
  dataDir: env['DATA_DIR'] || './data',
  projectId: env['GOOGLE_CLOUD_PROJECT'] || undefined,
  emulatorHost: env['FIRESTORE_EMULATOR_HOST'] || undefined,
  bucket: env['STORAGE_BUCKET'] || undefined,
};
const line = (text: string): void => void process.stdout.write(`${text}\n`);
if (settings.projectId === undefined) {
  // Without it Google's library asks a metadata server that no office machine has.
  line(moveText.noProject);
  process.exitCode = 1;
} else {
  const open = (name: 'embedded' | 'firestore') => openPlace(name, settings);
  process.exitCode = (await runMove(process.argv.slice(2), { clock: systemClock, open, line })) ? 0 : 1;
}
