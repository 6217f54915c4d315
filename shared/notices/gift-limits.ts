/** Longest words of one cell of the register. UTF-16 units. */
export const GIFT_WORDS_UNITS_MAX = 200;
/** Dearest gift the register takes, satang: a hundred million baht. */
export const GIFT_VALUE_SATANG_MAX = 10_000_000_000;
/** Most pieces of one gift. */
export const GIFT_QUANTITY_MAX = 10_000;
