import type { Paragraph } from 'docx';
import { printable } from '../../shared/documents/printable.ts';
import type { ReportDocument } from '../../shared/documents/report-document.ts';
import type { Docx } from './docx-library.ts';
import type { Paper } from './docx-paper.ts';
import { headingParagraph, runsOf } from './docx-text.ts';
import { fitPicture } from './fit-picture.ts';

/** Of the page's text, so that two pictures with their captions fit on an upright page and one on a page across. */
const MAX_WIDTH_SHARE = 0.9;
const MAX_HEIGHT_SHARE = { portrait: 0.36, landscape: 0.72 } as const;
/** The library measures pictures in pixels of 1/96 inch; a twip is 1/1440 inch. */
const TWIPS_PER_PIXEL = 15;

/**
 * The annex on pages of its own: each picture with its caption below. Plain paragraphs, no table: a program that reads the
 * report again must not take captions for rows. Throws DocumentRefused `picture-unreadable`.
 */
export async function pictureParagraphs(
  docx: Docx,
  { annex, orientation }: ReportDocument,
  paper: Paper,
): Promise<Paragraph[]> {
  if (annex.pictures.length === 0) return [];
  const heading = headingParagraph(docx, annex.heading, {
    pageBreakBefore: true,
    alignment: docx.AlignmentType.CENTER,
  });
  const paragraphs = [heading];
  for (const { bytes, caption } of annex.pictures) {
    const { jpeg, widthPixels, heightPixels } = await fitPicture(bytes);
    const maxWidth = (paper.textWidth * MAX_WIDTH_SHARE) / TWIPS_PER_PIXEL;
    const maxHeight = (paper.textHeight * MAX_HEIGHT_SHARE[orientation]) / TWIPS_PER_PIXEL;
    const scale = Math.min(maxWidth / widthPixels, maxHeight / heightPixels);
    const transformation = {
      width: Math.max(1, Math.round(widthPixels * scale)),
      height: Math.max(1, Math.round(heightPixels * scale)),
    };
    const said = printable(caption);
    const altText = { name: said, title: said, description: said };
    const picture = new docx.ImageRun({ type: 'jpg', data: jpeg, transformation, altText });
    paragraphs.push(
      new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, keepNext: true, children: [picture] }),
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        spacing: { after: 240 },
        children: runsOf(docx, caption),
      }),
    );
  }
  return paragraphs;
}
