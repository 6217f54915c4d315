import { fileURLToPath } from 'node:url';
import { bundleScript } from './bundle-script.ts';

/** `npm run build:bot`: the server in one file. A started office is up sooner and keeps less in memory. */
const root = fileURLToPath(new URL('..', import.meta.url));
await bundleScript(`${root}bot/main.ts`, `${root}dist/main.js`);
