/** The longest of the five offices' reports has 39 rows; a province's plan has some hundred. */
export const MAX_ROWS = 5_000;
export const MAX_MEASURES = 1_000;
/** What a spreadsheet allows in one cell; the longest met in a report has 1,179 characters. */
export const MAX_CELL_CHARS = 32_767;
/** All texts of a report together. */
export const MAX_REPORT_CHARS = 2_000_000;
export const MAX_COLUMNS = 40;
/** Titles and introductory paragraphs before the table. */
export const MAX_PARAGRAPHS = 500;
/** More doubts than this nobody works through: the file needs another look first. */
export const MAX_DOUBTS = 500;
