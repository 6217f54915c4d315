import { answersFor } from '../../shared/measures/answers-for.ts';
import type { OwnerUnit } from '../../shared/measures/measure.ts';
import type { Role } from '../../shared/people/roles.ts';
import { holds } from '../people/read-people.ts';
import type { Member } from '../people/records.ts';

/** Who may read every unit's measures. */
export const READERS: readonly Role[] = ['executive', 'admin', 'officer'];
/** Who brings in plans, reassigns and enters ITA scores: ผู้ดูแลระบบ and งานนิติการ. */
export const EDITORS: readonly Role[] = ['admin', 'officer'];
/** Who may report on what their unit owns. An executive reads. */
const REPORTERS: readonly Role[] = ['staff', 'finance', 'officer', 'admin'];

export function readsAll(member: Member): boolean {
  return READERS.some((role) => holds(member, role));
}

export function edits(member: Member): boolean {
  return EDITORS.some((role) => holds(member, role));
}

/** Whether a member's unit answers for what these units own. Units own measures: who changes unit changes measures with it. */
export function isOwn(member: Member, owners: readonly OwnerUnit[]): boolean {
  return answersFor(member.unit, owners);
}

/** Whether a member may report: their unit's measures only, whatever else they are (G10). */
export function mayReport(member: Member, owners: readonly OwnerUnit[]): boolean {
  return REPORTERS.some((role) => holds(member, role)) && isOwn(member, owners);
}
