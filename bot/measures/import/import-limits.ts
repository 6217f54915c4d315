/** What an office may send: a report of 40 rows as .docx is some ten kilobytes, with pictures a few megabytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Text pasted or read from a text file. */
export const MAX_TEXT_CHARS = 2_000_000;
/** Rows and paragraphs of one report, all tables together. */
export const MAX_BLOCKS = 20_000;
export const MAX_ROWS = 5_000;
/** Cells further right are not read: the widest of the five offices' tables has nine columns. */
export const MAX_COLUMNS = 40;
/** Longer texts are cut here, where they are one character longer than the reading of a report accepts: it refuses them. */
export const MAX_CELL_CHARS = 32_768;
/** Of a workbook this many sheets are read. */
export const MAX_SHEETS = 20;
