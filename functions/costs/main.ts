/** `npm run costs` prints what the program costs on Firebase; `npm run costs -- --write` puts it into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { currentCosts } from './current-costs.ts';
import { withCosts } from './readme-section.ts';

const README = new URL('../../README.md', import.meta.url);

if (process.argv.includes('--write'))
  writeFileSync(README, withCosts(readFileSync(README, 'utf8'), currentCosts()));
else process.stdout.write(`${currentCosts()}\n`);
