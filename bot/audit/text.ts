import { commandText } from '../command-line/text.ts';
import type { AuditVerdict } from './verify.ts';

const PROBLEMS: Readonly<Record<Extract<AuditVerdict, { kind: 'broken' }>['problem'], string>> = {
  missing: 'หายไป',
  changed: 'ถูกแก้ไข',
  unlinked: 'ไม่ต่อกับรายการก่อนหน้า',
  head: 'ถูกตัดท้าย',
};

/** What `npm run audit` says. */
export const auditText = {
  ...commandText,
  verdict: (verdict: AuditVerdict): readonly string[] =>
    verdict.kind === 'whole'
      ? [
          `บันทึกครบถ้วน ${verdict.entries.toLocaleString('en-US')} รายการ ไม่มีการแก้ไข`,
          `รหัสท้ายสาย ${verdict.headHash}`,
        ]
      : [
          `บันทึกไม่ครบถ้วน ${verdict.lane ? `สายที่ ${verdict.lane} ` : ''}รายการที่ ${verdict.seq.toLocaleString('en-US')} ${PROBLEMS[verdict.problem]}`,
        ],
  failed: 'อ่านบันทึกไม่สำเร็จ สั่งใหม่อีกครั้ง',
} as const;
