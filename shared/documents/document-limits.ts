/** The five offices' reports have one table, statistics three. */
export const MAX_TABLES = 10;
/** Rows of all tables together: five times the longest plan a report is read from. */
export const MAX_DOCUMENT_ROWS = 5_000;
export const MAX_DOCUMENT_COLUMNS = 20;
/** What a spreadsheet program allows in one cell. */
export const MAX_DOCUMENT_CELL_CHARS = 32_767;
/** Text of the whole document, as much as a report may have that is read. */
export const MAX_DOCUMENT_CHARS = 2_000_000;
/** Title lines, paragraphs and notes, each. */
export const MAX_DOCUMENT_PARAGRAPHS = 2_000;
/** Pictures of an annex: some two a measure. */
export const MAX_DOCUMENT_PICTURES = 60;
/** One picture as it was sent; LINE's own limit for images. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** All pictures of a document as they were sent. */
export const MAX_PICTURES_BYTES = 120 * 1024 * 1024;
/** A finished file; it is made in memory. */
export const MAX_DOCUMENT_BYTES = 40 * 1024 * 1024;
