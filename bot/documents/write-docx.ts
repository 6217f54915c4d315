import type { Header } from 'docx';
import { printable } from '../../shared/documents/printable.ts';
import type { ReportDocument } from '../../shared/documents/report-document.ts';
import { refuseUnfit, withinSize } from './document-refused.ts';
import { FONT_TABLE, RUN_DEFAULTS } from './docx-fonts.ts';
import { type Docx, loadDocx } from './docx-library.ts';
import { A4, paperOf } from './docx-paper.ts';
import { pictureParagraphs } from './docx-pictures.ts';
import { tableParts } from './docx-table.ts';
import { bodyParagraph, noteParagraphs, signatureParagraphs, titleParagraphs } from './docx-text.ts';
import { documentText } from './text.ts';

/**
 * A report as .docx for A4: title, paragraphs, tables, notes, signature, annex. The page number stands in the middle of the
 * head from the second page on, between dashes. Throws DocumentRefused when the report is past a limit.
 */
export async function writeDocx(document: ReportDocument): Promise<Buffer> {
  refuseUnfit(document);
  const docx = await loadDocx();
  const paper = paperOf(document.orientation);
  const children = [
    ...titleParagraphs(docx, document),
    ...document.paragraphs.map((text) => bodyParagraph(docx, text)),
    ...document.tables.flatMap((table) => tableParts(docx, table, document.digits, paper.textWidth)),
    ...noteParagraphs(docx, document),
    ...signatureParagraphs(docx, document.signature),
    ...(await pictureParagraphs(docx, document, paper)),
  ];
  const isAcross = document.orientation === 'landscape';
  const file = new docx.Document({
    creator: documentText.creator,
    lastModifiedBy: documentText.creator,
    title: printable(document.titleLines.join(' ')),
    styles: { default: { document: { run: RUN_DEFAULTS } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              ...A4,
              orientation: isAcross ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: paper.margin,
            pageNumbers: {
              start: 1,
              formatType:
                document.digits === 'thai' ? docx.NumberFormat.THAI_NUMBERS : docx.NumberFormat.DECIMAL,
            },
          },
        },
        headers: {
          default: pageNumber(docx),
          first: new docx.Header({ children: [new docx.Paragraph({})] }),
        },
        children,
      },
    ],
  });
  return withinSize(await docx.Packer.toBuffer(file, undefined, [FONT_TABLE]));
}

/** "- ๒ -" in Word; LibreOffice knows no Thai digits for page numbers and writes "- 2 -". */
function pageNumber(docx: Docx): Header {
  const number = new docx.TextRun({ children: ['- ', docx.PageNumber.CURRENT, ' -'] });
  return new docx.Header({
    children: [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [number] })],
  });
}
