import type { LinkResult } from './line.ts';

/** What LINE's answer to a link or unlink of a rich menu means. Status 0 stands for no answer at all; 429 is worth a retry. */
export function linkResult({ status }: { readonly status: number }): LinkResult {
  if (status >= 200 && status < 300) return 'done';
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'unknown';
}
