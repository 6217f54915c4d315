import type { IRunStylePropertiesOptions } from 'docx';

/** The font of official letters and reports (cabinet resolution of 7 September 2010). */
export const OFFICIAL_FONT = 'TH Sarabun New';
/**
 * What a program may take where that font is not installed: its older names, and the free fonts drawn after it, Sarabun (SIL
 * Open Font License) and Laksaman (GPL with font exception). Those are a third larger at the same size: a report in them
 * reads well and has more pages.
 */
const ALTERNATIVES = 'TH SarabunPSK,TH Sarabun PSK,Sarabun,Laksaman';
/** Sizes in half points. 16 points for text; wide tables go down to 14, as reports may. */
export const TEXT_SIZE = 32;
export const NARROW_SIZE = 28;

/**
 * The font and language every run inherits. Thai letters take the complex-script font, size and language, so each is said
 * twice; the language is by what a program breaks Thai lines, which have no spaces.
 */
export const RUN_DEFAULTS: IRunStylePropertiesOptions = {
  font: { ascii: OFFICIAL_FONT, hAnsi: OFFICIAL_FONT, cs: OFFICIAL_FONT, eastAsia: OFFICIAL_FONT },
  size: TEXT_SIZE,
  sizeComplexScript: TEXT_SIZE,
  language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'th-TH' },
};

/** `word/fontTable.xml`: names the font, its Thai character set and what may stand in for it. No font is embedded. */
export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${OFFICIAL_FONT}"><w:altName w:val="${ALTERNATIVES}"/><w:charset w:val="DE"/>` +
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>',
};
