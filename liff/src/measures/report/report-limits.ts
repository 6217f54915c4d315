/** As the server has it (shared/measures/measure-api.ts), whose schemas are too large for a phone to load. */
export const EVIDENCE_PER_REPORT_MAX = 10;
export const REPORT_TEXT_UNITS_MAX = 3_000;
