/**
 * `npm run bench`: the figures the program is to reach, measured on this machine, beside their targets. Ratios say more than
 * absolute figures, because the baseline runs beside the program. Exit code 0 also when a target is missed: people judge
 * figures. Names of measurements on the command line run only those.
 */
import { cpus } from 'node:os';
import { type Figure, table } from './figure.ts';
import { measureBoot } from './measure-boot.ts';
import { measureChats } from './measure-chats.ts';
import { measureMemory } from './measure-memory.ts';
import { measureWebhooks } from './measure-webhooks.ts';
import { measureWorkbook } from './measure-workbook.ts';

const measurements: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  webhooks: measureWebhooks,
  boot: measureBoot,
  memory: measureMemory,
  workbook: measureWorkbook,
  chats: measureChats,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(`no measurement ${unknown.join(', ')}; there are: ${Object.keys(measurements).join(', ')}`);
  process.exit(1);
}
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measured = await measure();
  figures.push(...measured);
  console.log(`${table(measured)}\n`);
}
console.log(
  JSON.stringify(Object.fromEntries(figures.map(({ id, value }) => [id, Number(value.toPrecision(4))]))),
);
