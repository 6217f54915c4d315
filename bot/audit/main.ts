import { join } from 'node:path';
import { openEmbeddedStore } from '../store/embedded.ts';
import { verifyAudit } from './verify.ts';

/** `npm run audit`: reads the whole audit chain of this machine's office and says whether it is whole. */
const store = await openEmbeddedStore({ path: join(process.env['DATA_DIR'] ?? './data', 'office.db') });
const verdict = await verifyAudit(store);
await store.close();
if (verdict.kind === 'whole') {
  process.stdout.write(`บันทึกครบถ้วน ${verdict.entries} รายการ ไม่มีการแก้ไข\nรหัสท้ายสาย ${verdict.headHash}\n`);
} else {
  const problems = { missing: 'หายไป', changed: 'ถูกแก้ไข', unlinked: 'ไม่ต่อกับรายการก่อนหน้า', head: 'ถูกตัดท้าย' };
  process.stderr.write(
    `บันทึกไม่ครบถ้วน ${verdict.lane ? `สายที่ ${verdict.lane} ` : ''}รายการที่ ${verdict.seq} ${problems[verdict.problem]}\n`,
  );
  process.exitCode = 1;
}
