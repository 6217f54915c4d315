import type { FileChild, IParagraphOptions, Paragraph, ParagraphChild } from 'docx';
import { numberInDigits } from '../../shared/documents/document-digits.ts';
import { printable } from '../../shared/documents/printable.ts';
import type { DocumentSignature, ReportDocument } from '../../shared/documents/report-document.ts';
import type { Docx } from './docx-library.ts';
import { twips } from './docx-paper.ts';
import { documentText } from './text.ts';

/** Where a paragraph's first line begins, as official letters have it. */
const FIRST_LINE_CM = 2.5;
const NOTE_INDENT_CM = 0.75;
/** The signature stands in the right half of the page. */
const SIGNATURE_INDENT_CM = 7.5;
/** Space in twentieths of a point. */
const SPACE = 160;
const WIDE_SPACE = 240;
const DOTS = '.'.repeat(40);

/** The runs of a text: line breaks stay line breaks of the same paragraph. */
export function runsOf(
  docx: Docx,
  text: string,
  style: { bold?: boolean; size?: number } = {},
): ParagraphChild[] {
  const { bold, size } = style;
  return printable(text)
    .split('\n')
    .map(
      (line, index) =>
        new docx.TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(bold ? { bold } : {}),
          ...(size === undefined ? {} : { size, sizeComplexScript: size }),
        }),
    );
}

/** The lines at the head of the first page: bold, centred. */
export function titleParagraphs(docx: Docx, { titleLines }: ReportDocument): Paragraph[] {
  return titleLines.map(
    (line, index) =>
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        spacing: { after: index === titleLines.length - 1 ? WIDE_SPACE : 0 },
        keepNext: true,
        children: runsOf(docx, line, { bold: true }),
      }),
  );
}

/** Running text, its first line indented; spread over the line as Thai is, between letters too. */
export function bodyParagraph(docx: Docx, text: string): Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.THAI_DISTRIBUTE,
    indent: { firstLine: twips(FIRST_LINE_CM) },
    spacing: { after: SPACE },
    children: runsOf(docx, text),
  });
}

/** What stands above a table, the notes or the annex; never left alone at the foot of a page. */
export function headingParagraph(docx: Docx, text: string, more: IParagraphOptions = {}): Paragraph {
  return new docx.Paragraph({
    spacing: { before: WIDE_SPACE, after: SPACE },
    keepNext: true,
    children: runsOf(docx, text, { bold: true }),
    ...more,
  });
}

/** The notes below the tables, numbered in the document's digits; nothing when there is none. */
export function noteParagraphs(docx: Docx, { notes, digits }: ReportDocument): Paragraph[] {
  if (notes.items.length === 0) return [];
  const indent = { left: twips(NOTE_INDENT_CM), hanging: twips(NOTE_INDENT_CM) };
  const single = notes.items.length === 1;
  return [
    headingParagraph(docx, notes.heading),
    ...notes.items.map((item, index) => {
      const mark = single ? '' : `${numberInDigits(String(index + 1), digits)}.\u00a0`;
      return new docx.Paragraph({ ...(single ? {} : { indent }), children: runsOf(docx, mark + item) });
    }),
  ];
}

/** The place to sign, kept together on one page; nothing without a signature. */
export function signatureParagraphs(docx: Docx, signature: DocumentSignature | undefined): FileChild[] {
  if (!signature) return [];
  const name = signature.name === '' ? DOTS : signature.name;
  const lines = [
    `${documentText.sign}${DOTS}`,
    `(${name})`,
    signature.position === '' ? `${documentText.position}${DOTS}` : signature.position,
  ];
  return lines.map(
    (line, index) =>
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        indent: { left: twips(SIGNATURE_INDENT_CM) },
        spacing: { before: index === 0 ? 2 * WIDE_SPACE : 0 },
        keepNext: index < lines.length - 1,
        children: runsOf(docx, line),
      }),
  );
}
