/** What an office may send: a budget of 5,000 lines is about half a megabyte. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** How much may come out of the zip of one workbook, all read parts together, counted as it comes out. */
export const MAX_INFLATED_BYTES = 100 * 1024 * 1024;
/** Parts (files) inside the zip. */
export const MAX_ZIP_PARTS = 2_000;
export const MAX_SHEETS = 60;
export const MAX_ROWS_PER_SHEET = 50_000;
/** Cells further right than this are not read: no budget table is that wide. */
export const MAX_COLUMNS = 200;
/** Filled cells of a whole workbook. */
export const MAX_CELLS = 600_000;
export const MAX_SHARED_STRINGS = 300_000;
/** What a spreadsheet program itself allows in one cell. */
export const MAX_CELL_CHARS = 32_767;
export const MAX_STYLES = 70_000;
export const MAX_MERGES = 50_000;
