import { fileURLToPath } from 'node:url';
import { loginOf } from '../bot/api/login-of.ts';
import { buildFunctions } from './build-functions.ts';
import { HOSTING } from './hosting.ts';
import { writeHostingPages } from './hosting-pages.ts';

/** `npm run build:functions`: the functions, and the built mini-app in the folder that Hosting serves. */
const pages = fileURLToPath(new URL('../liff/dist/', import.meta.url));
const hosting = fileURLToPath(new URL(`../${HOSTING.public}/`, import.meta.url));
const liffId = process.env['LIFF_ID'];
const config = liffId
  ? { liffId, login: loginOf(process.env['LINE_API_URL'] || 'https://api.line.me') }
  : undefined;
if (!writeHostingPages(pages, hosting, config)) {
  process.stdout.write('no mini-app for Hosting: npm run build builds it too\n');
}
const { outputs } = await buildFunctions();
const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
process.stdout.write(`functions: ${Object.keys(outputs).length} files, ${Math.round(bytes / 1024)} KB\n`);
