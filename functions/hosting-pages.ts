import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLiffBuild } from '../bot/api/liff-build.ts';
import type { LiffConfig } from '../shared/api/liff-config.ts';

/**
 * Lays the built mini-app of `pages` into the folder that Hosting serves. With the configuration the page carries it, as the one
 * that a machine of the office sends does, and no function has to wake up for the first screen; without it the page asks
 * `/liff/config.json`, which a function answers. Returns false when the mini-app was not built.
 */
export function writeHostingPages(pages: string, hosting: string, config: LiffConfig | undefined): boolean {
  rmSync(hosting, { recursive: true, force: true });
  if (!existsSync(pages)) return false;
  const folder = join(hosting, 'liff');
  cpSync(pages, folder, { recursive: true });
  if (!config) return true;
  const built = readLiffBuild(pages, config);
  if (!built) return false;
  writeFileSync(join(folder, 'index.html'), built.page.plain);
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return true;
}
