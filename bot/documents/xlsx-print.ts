import type { Feature, Image } from 'write-excel-file/node';

const PORTRAIT = '<pageSetup paperSize="9" orientation="portrait"/>';

/**
 * How the sheets print: on A4, each as wide as one page and as long as it needs. The library itself says landscape only.
 */
export const printOnA4: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => {
          const withPage = xml.includes('<pageSetup ')
            ? xml
            : xml.replace(
                /(<pageMargins [^>]*\/>)|(?=<drawing )|(?=<\/worksheet>)/,
                (found) => found + PORTRAIT,
              );
          const fitted = withPage.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
          return fitted.includes('<sheetPr')
            ? fitted
            : fitted.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
        },
      },
    },
  },
};
