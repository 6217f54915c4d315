import { z } from 'zod';

const NAME_UNITS_MAX = 200;

/** Stored form of {@link AccusedUnit}. */
export const accusedUnitSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string().min(1).max(NAME_UNITS_MAX) }),
    /** ผู้บริหารสูงสุดของหน่วยงาน (นายก): officers work under that person, so the case goes to others. */
    z.object({ kind: z.literal('head') }),
    z.object({ kind: z.literal('unknown') }),
  ])
  .readonly();

/**
 * Which unit the accused belongs to, as far as the complainant knows. Decides who may read the case and therefore cannot be
 * sealed while the complaint is a draft; it is not kept in clear once the case is filed.
 */
export type AccusedUnit = z.infer<typeof accusedUnitSchema>;

/** What the two buttons beside the office's units carry. */
export const HEAD_CHOICE = 'head';
export const UNKNOWN_CHOICE = 'unknown';

/** Reads a button's value: one of the two words above, or a unit of the office. Undefined for anything else. */
export function readAccusedUnit(value: string, units: readonly string[]): AccusedUnit | undefined {
  if (value === HEAD_CHOICE) return { kind: 'head' };
  if (value === UNKNOWN_CHOICE) return { kind: 'unknown' };
  return units.includes(value) ? { kind: 'unit', unit: value } : undefined;
}
