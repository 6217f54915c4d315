import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a phone loads before the first screen stands, in gzipped bytes. The LIFF SDK's core takes two thirds of it. */
export const FIRST_SCREEN_LIMITS = { js: 36 * 1024, css: 4 * 1024, html: 4 * 1024 };
/** What one further screen may add. */
export const SCREEN_LIMIT = 14 * 1024;

export interface Sizes {
  readonly js: number;
  readonly css: number;
  readonly html: number;
  /** The largest of the files that are loaded later. */
  readonly largestScreen: number;
  /** One line for each limit that is exceeded. */
  readonly problems: readonly string[];
}

/** Measures a build, file by file as a phone gets it. The first screen is the entry and the login with LINE. */
export function checkSizes(dist: string): Sizes {
  const names = readdirSync(join(dist, 'assets'));
  const size = (name: string) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
  const isFirst = (name: string) => /^(index|line-login|start-|preload-helper)/.test(name);
  const scripts = names.filter((name) => name.endsWith('.js'));
  const sum = (all: readonly string[]) => all.reduce((total, name) => total + size(join('assets', name)), 0);
  const first = scripts.filter(isFirst);
  const found = {
    js: sum(first),
    css: sum(names.filter((name) => name.endsWith('.css'))),
    html: size('index.html'),
    largestScreen: Math.max(
      0,
      ...scripts.filter((name) => !isFirst(name)).map((name) => size(join('assets', name))),
    ),
  };
  const over = (what: string, bytes: number, limit: number) =>
    bytes > limit ? [`the mini-app's ${what}: ${bytes} bytes gzipped, at most ${limit}`] : [];
  return {
    ...found,
    problems: [
      ...(first.length < 2 ? ['the entry and the login were not found among the built files'] : []),
      ...over('first scripts', found.js, FIRST_SCREEN_LIMITS.js),
      ...over('styles', found.css, FIRST_SCREEN_LIMITS.css),
      ...over('page', found.html, FIRST_SCREEN_LIMITS.html),
      ...over('largest further screen', found.largestScreen, SCREEN_LIMIT),
    ],
  };
}
