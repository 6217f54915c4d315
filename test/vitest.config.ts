import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Browsers, emulators and whole programs start here; a healthy test is far faster. */
const times = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root,
  test: {
    // More than cores: some tests wait for other processes, or for locks of Firestore's.
    maxWorkers: 3,
    projects: [
      {
        root,
        test: {
          name: 'one-machine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/firebase/**'],
          globalSetup: ['test/bundle-scripts.ts'],
          ...times,
        },
      },
      {
        // The same scenarios, against Google's Emulator Suite with the functions and pages deployed in it. Those left out run the
        // program in the test's own process.
        root,
        test: {
          name: 'firebase',
          include: ['test/scenario/*.test.ts', 'test/firebase/*.test.ts'],
          exclude: ['test/scenario/{year-of-posts,reminder-troubles}.test.ts'],
          globalSetup: ['test/bundle-scripts.ts', 'test/firebase/lend-suites.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
