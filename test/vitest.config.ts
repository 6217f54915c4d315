import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts'],
    // Browsers, emulators and whole programs start here; a healthy test is far faster.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two processes of the program and a browser share two cores.
    maxWorkers: 2,
  },
});
