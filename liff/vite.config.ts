import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/liff/',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // LINE opens pages in the phone's own web view; cheap phones that get no updates have one of about 2020.
    target: ['es2020', 'chrome80', 'safari14'],
    // The policy of the page allows no data: scripts, and a file that is not inlined is cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
