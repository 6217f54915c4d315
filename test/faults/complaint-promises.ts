import { auditRecords } from '../../bot/audit/records.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { createCaseOpener } from '../../bot/complaints/case-content.ts';
import { receiptIndex } from '../../bot/complaints/receipt/receipt-index.ts';
import {
  caseNumbers,
  caseParts,
  cases,
  pieces,
  pool,
  receipts,
  subId,
} from '../../bot/complaints/records.ts';
import { workRows } from '../../bot/jobs/records.ts';
import { replyRows } from '../../bot/outbox/records.ts';
import { importPrivateKey } from '../../bot/sealing/opening/private-key.ts';
import { ref } from '../../bot/store/store.ts';
import { parseReceiptCode } from '../../shared/complaints/receipt-code.ts';
import { keptFiles } from './complaint-files.ts';
import { type ComplaintWorld, RECEIPT_SECRETS } from './complaint-world.ts';

/** A citizen who confirmed a complaint, and the code the chat shows for it. */
export interface Confirmed {
  readonly code: string;
}

/** What became of the promises in a world that has come to rest after a release. Empty: all kept. */
export async function brokenComplaintPromises(
  world: ComplaintWorld,
  confirmed: readonly Confirmed[],
): Promise<readonly string[]> {
  const { store } = world;
  const broken: string[] = [];
  const all = await store.query({ collection: cases, limit: 500 });
  if (all.length !== confirmed.length) broken.push(`G1 ${confirmed.length} confirmed, ${all.length} cases`);
  const found = new Set<string>();
  for (const { code } of confirmed) {
    const typed = parseReceiptCode(code);
    if (typed.kind !== 'code') {
      broken.push('G2 a confirmed complaint shows no receipt');
      continue;
    }
    const index = await receiptIndex(typed.code, RECEIPT_SECRETS);
    const caseId = (await store.get(ref(receipts, index)))?.data.caseId;
    if (caseId === undefined || !(await store.get(ref(cases, caseId))))
      broken.push('G2 a code without its case');
    else found.add(caseId);
  }
  if (found.size !== all.length) broken.push(`G1 ${all.length} cases, ${found.size} of them with a code`);

  const ring = [await importPrivateKey(world.privateBytes)];
  const opener = createCaseOpener(async () => ring, store, keptFiles(new Map(world.files), world.now));
  for (const { id, data } of all) {
    const read = await opener.case(id, data).catch(() => undefined);
    if (!read || read.texts.length + read.files.length === 0) broken.push('G2 a case that nobody can read');
    for (const one of read?.files ?? []) {
      const bytes = await opener.bytes(one).catch(() => undefined);
      if (bytes?.length !== one.file.sizeBytes) broken.push('G2 an attachment that nobody can read');
    }
    let wrapped = 0;
    for (let n = 0; n < data.partCount; n += 1) {
      wrapped += (await store.get(ref(caseParts, subId(id, n))))?.data.wrapped.length ?? 0;
    }
    if (data.pieces.length === 0 || wrapped !== data.pieces.length) {
      broken.push(`G2 a case of ${data.pieces.length} pieces holds ${wrapped}`);
    }
    if (!(await store.get(ref(caseNumbers, data.clear.number)))) broken.push('a case without its number');
  }
  const missing = [...world.files.keys()].filter((name) => name.startsWith('cases/')).length;
  const attached = all.reduce((sum, { data }) => sum + data.clear.attachmentCount, 0);
  if (missing !== attached) broken.push(`${attached} attachments, ${missing} files`);

  const verdict = await verifyAudit(store);
  if (verdict.kind !== 'whole') broken.push(`G8 chain ${verdict.problem} at ${verdict.seq}`);
  const audit = await store.query({ collection: auditRecords, limit: 500 });
  const received = audit.filter(({ data }) => data.action === 'complaints.received').length;
  if (received !== all.length) broken.push(`G8 ${all.length} cases, ${received} entries`);
  const left = {
    pieces: await store.count({ collection: pieces }),
    pool: await store.count({ collection: pool }),
    answers: await store.count({ collection: replyRows }),
    work: await store.count({ collection: workRows }),
  };
  for (const [what, count] of Object.entries(left))
    if (count > 0) broken.push(`${count} ${what} left behind`);
  return broken;
}
