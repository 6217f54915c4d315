import type { Feature, Image, Sheet } from 'write-excel-file/node';

type Content = Image['content'];

/** Stands before the drawings, which are last in a sheet. */
const PORTRAIT = '<pageSetup paperSize="9" orientation="portrait"/>';

/**
 * How the sheets print: on A4, each as wide as one page and as long as it needs, the last of its frozen rows, the header, on
 * every page. The library itself says landscape only. The sheets' names need no quoting in XML; see `sheetName`.
 */
export function printOnA4(sheets: readonly Sheet<Content>[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: sheetOnA4 },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', titlesOf(sheets)) },
      },
    },
  };
}

function sheetOnA4(xml: string): string {
  const withPage = xml.includes('<pageSetup ')
    ? xml
    : xml.replace(/(?=<drawing )|(?=<\/worksheet>)/, PORTRAIT);
  return withPage
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

function titlesOf(sheets: readonly Sheet<Content>[]): string {
  const names = sheets.flatMap(({ sheet = '', stickyRowsCount = 0 }, index) => {
    if (stickyRowsCount === 0) return [];
    const quoted = `'${sheet.replaceAll("'", "''")}'`;
    const rows = `${quoted}!$${stickyRowsCount}:$${stickyRowsCount}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}
