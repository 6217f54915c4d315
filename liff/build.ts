/** `npm run build:liff`: builds the mini-app and says what a phone will load. */
import { buildLiff, LIFF_DIST } from './build-liff.ts';
import { checkSizes } from './check-sizes.ts';

const KB = 1024;

await buildLiff();
const { js, css, html, largestScreen } = checkSizes(LIFF_DIST);
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
process.stdout.write(
  `mini-app, gzipped: first screen ${kb(js)} JavaScript, ${kb(css)} CSS, ${kb(html)} HTML; largest further screen ${kb(largestScreen)}\n`,
);
