import { squeeze } from '../thai/text.ts';
import { JOB_TITLES } from './known-units.ts';
import type { OwnerUnit } from './measure.ts';
import { readOwnerUnits } from './owner-units.ts';

const EVERYONE = /^ทุก(?:กอง|งาน|หน่วย|ส่วน|สำนัก)/;
/** One office writes "สำนักปลัด", "สำนักปลัดเทศบาล" and "สำนักงานปลัด อบต." for the same. */
const OFFICE_TYPE = /(?:เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วนตำบล|อบต\.?)$/;

/** One word for the ways in which reports and registers write the name of the same unit. */
export function unitKey(name: string): string {
  const plain = squeeze(name)
    .replace(OFFICE_TYPE, '')
    .replace(/^สำนักงานปลัด/, 'สำนักปลัด');
  return JOB_TITLES[plain] ?? plain;
}

/** Whether a name stands for all units of the office: "ทุกกอง", "ทุกส่วนราชการ". */
export function isEveryUnit(name: string): boolean {
  return EVERYONE.test(squeeze(name));
}

/**
 * Whether people of a unit answer for what these units own. A กอง answers for all of its งาน; somebody registered with a งาน
 * answers for that งาน and for what the กอง owns as a whole; what all units own everybody answers for. `memberUnit` is as the
 * member is registered: "กองคลัง", "กองคลัง (งานพัสดุ)" or "งานพัสดุ".
 */
export function answersFor(memberUnit: string, owners: readonly OwnerUnit[]): boolean {
  const own = readOwnerUnits(memberUnit).units[0] ?? { unit: memberUnit, section: null };
  const unit = unitKey(own.unit);
  const section = own.section === null ? null : unitKey(own.section);
  if (unit === '') return false;
  return owners.some((owner) => {
    if (isEveryUnit(owner.unit)) return true;
    const ownerSection = owner.section === null ? null : unitKey(owner.section);
    if (unitKey(owner.unit) === unit)
      return section === null || ownerSection === null || ownerSection === section;
    return ownerSection === unit || (section !== null && unitKey(owner.unit) === section);
  });
}
