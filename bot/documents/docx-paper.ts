import type { ReportDocument } from '../../shared/documents/report-document.ts';

/** Twentieths of a point in a centimetre. */
const TWIPS_PER_CM = 567;
export const twips = (cm: number): number => Math.round(cm * TWIPS_PER_CM);

/** A4 in twips, upright. */
export const A4 = { width: 11_906, height: 16_838 } as const;

/** Margins in cm. Upright as official letters have them; across, tables need the width. */
const MARGINS_CM = {
  portrait: { top: 2.5, right: 2, bottom: 2, left: 3 },
  landscape: { top: 2, right: 1.5, bottom: 1.5, left: 1.5 },
} as const;
/** From the edge of the paper to the page number. */
const HEADER_CM = 1;

/** The page of a document: margins, and the width and height between them, all in twips. */
export interface Paper {
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header: number;
  };
  readonly textWidth: number;
  readonly textHeight: number;
}

/** The A4 page for an orientation. */
export function paperOf(orientation: ReportDocument['orientation']): Paper {
  const { top, right, bottom, left } = MARGINS_CM[orientation];
  const [width, height] = orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return {
    margin: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom),
      left: twips(left),
      header: twips(HEADER_CM),
    },
    textWidth: width - twips(left) - twips(right),
    textHeight: height - twips(top) - twips(bottom),
  };
}

/** The widths of a table's columns in whole twips, by their shares; together exactly `total`. */
export function columnTwips(shares: readonly number[], total: number): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  let before = 0;
  return shares.map((_, index) => {
    const until = shares.slice(0, index + 1).reduce((all, share) => all + share, 0);
    const edge = Math.round((total * until) / sum);
    const width = edge - before;
    before = edge;
    return width;
  });
}
