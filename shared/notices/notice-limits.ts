/** Longest title: two lines of a card on a phone. UTF-16 units. */
export const NOTICE_TITLE_UNITS_MAX = 120;
/** Longest text: a card of about 30 KB holds it with room for picture and rules, and nobody reads more in a chat. UTF-16 units. */
export const NOTICE_TEXT_UNITS_MAX = 2_000;
/** LINE's limit on an address in an action. */
export const NOTICE_LINK_UNITS_MAX = 1_000;
/** Words on the link's button: LINE shows 40 letters. */
export const NOTICE_LINK_LABEL_UNITS_MAX = 40;
/** Groups that one notice goes to. */
export const NOTICE_GROUPS_MAX = 20;
/** Notices on one page of a list. */
export const NOTICES_PER_PAGE = 30;
/** How far ahead a notice may be scheduled, days: a fiscal year and a month. */
export const SCHEDULE_DAYS_MAX = 400;
/** Entries of one notice's dissemination log that people may write. */
export const DISSEMINATION_MAX = 40;
/** Words of one entry of the log. */
export const DISSEMINATION_NOTE_UNITS_MAX = 300;
/** Corrections of a notice's text after it was first sent. */
export const EDITIONS_MAX = 20;

/** Largest picture as it is uploaded, bytes: a phone photo passes. */
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
/** Longer side of a notice's picture, pixels: LINE's limit on pictures in cards. */
export const PICTURE_SIDE_MAX = 1_024;
/** Largest document that a notice's button opens, bytes. */
export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024;
