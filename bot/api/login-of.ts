import type { LiffConfig } from '../../shared/api/liff-config.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * How the mini-app logs people in. The LIFF SDK knows LINE's own hosts only, so where the program talks to a LINE on this
 * very machine the login comes with the link instead. That weakens nothing: whoever LINE is, it verifies the token.
 */
export function loginOf(lineApiUrl: string): LiffConfig['login'] {
  return LOOPBACK.has(new URL(lineApiUrl).hostname) ? 'simulator' : 'line';
}
