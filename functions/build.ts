import { buildFunctions } from './build-functions.ts';

/** `npm run build:functions` */
const { outputs } = await buildFunctions();
const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
process.stdout.write(`functions: ${Object.keys(outputs).length} files, ${Math.round(bytes / 1024)} KB\n`);
