/** `npm run demo`: the whole program against the simulator, with an office in it. Prints one URL. */
import { buildLiff } from '../../liff/build-liff.ts';
import { DEMO_OFFICE, furnishDemoOffice } from './demo-office.ts';
import { openOffice } from './office.ts';
import { createServePage } from './page/serve-page.ts';

/** Tried first, so that the address stays the same; any free one otherwise. */
const PORT = 4100;
const TICK_EVERY_MS = 3_000;

const [servePage] = await Promise.all([createServePage(), buildLiff()]);
const startMs = Date.now();
const settings = { startMs, servePage, tickEveryMs: TICK_EVERY_MS, groupPostbackUserId: true };
const office = await openOffice({ ...settings, port: PORT }).catch(() => openOffice(settings));
await furnishDemoOffice(office, startMs);
console.log(`\n  โปร่งใส ทดลองใช้กับ ${DEMO_OFFICE} ได้ที่\n\n  ${office.simulatorUrl}\n\n  หยุดด้วย Ctrl+C\n`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void office.close().then(() => process.exit(0));
  });
}
