import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import writeExcelFile from 'write-excel-file/node';

type Cells = readonly (readonly string[])[];

/** A Word document with one table. */
export function documentOf(cells: Cells): Promise<Buffer> {
  const rows = cells.map(
    (row) =>
      new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
}

/** A workbook with one sheet of texts. */
export function workbookOf(cells: Cells): Promise<Buffer> {
  const rows = cells.map((row) => row.map((text) => (text === '' ? null : { value: text, type: String })));
  return writeExcelFile(rows).toBuffer();
}
