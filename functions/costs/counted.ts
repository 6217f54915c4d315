import { readFileSync } from 'node:fs';
import type { FlowName } from './flow-names.ts';
import type { Operations } from './operations.ts';

/** What each flow does, once. */
export type Counted = Readonly<Record<FlowName, Operations>>;

/** As `test/functions/costs-counted.test.ts` counted it; `npx vitest --update` with that test writes the file anew. */
export function counted(): Counted {
  return JSON.parse(readFileSync(new URL('./counted.json', import.meta.url), 'utf8')) as Counted;
}
