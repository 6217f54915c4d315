import type { Role } from '../people/roles.ts';
import { squeeze } from '../thai/text.ts';
import type { AccusedUnit } from './accused-unit.ts';

/** A member of the office, as far as it decides who may read a case. */
export interface PossibleReader {
  readonly id: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** Who may read a case. */
export type Readers =
  /** At least one id, in the order of the members given. */
  | { readonly kind: 'readers'; readonly ids: readonly string[] }
  /** Nobody in the office is left: the citizen is told where else to go, before anything is filed. */
  | { readonly kind: 'nobody' };

/**
 * Who may read a case, fixed when it is filed. Only members with the role officer, without those of the accused's unit: the
 * accused and their line are left out. A case against the head of the office goes to the members the office named for it
 * and to nobody else, whatever their role, but never to one who is an executive: that is the accused, or the deputy.
 */
export function readersOf(
  members: readonly PossibleReader[],
  accused: AccusedUnit,
  headReaderIds: readonly string[],
): Readers {
  const ids = members.filter((member) => mayRead(member, accused, headReaderIds)).map(({ id }) => id);
  return ids.length > 0 ? { kind: 'readers', ids } : { kind: 'nobody' };
}

function mayRead(member: PossibleReader, accused: AccusedUnit, headReaderIds: readonly string[]): boolean {
  if (accused.kind === 'head')
    return headReaderIds.includes(member.id) && !member.roles.includes('executive');
  if (!member.roles.includes('officer')) return false;
  return accused.kind === 'unknown' || !maybeSameUnit(member.unit, accused.unit);
}

/**
 * Units are names people typed: "สำนักปลัด", "สำนักปลัดเทศบาล", "สำนักปลัด (งานนิติการ)". One that lies within the other is
 * taken as the same, because leaving out one officer too many does less harm than letting in the accused's.
 */
function maybeSameUnit(a: string, b: string): boolean {
  const [first, second] = [squeeze(a), squeeze(b)];
  return first.includes(second) || second.includes(first);
}
