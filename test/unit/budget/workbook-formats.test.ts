import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook } from '../../../bot/workbook/read-workbook.ts';
import { MAX_FILE_BYTES } from '../../../bot/workbook/workbook-limits.ts';
import { cellText, type Sheet } from '../../../shared/workbook/sheet.ts';
import { xlsxOf, xlsxParts } from '../../fixtures/budget/xlsx-of.ts';
import { zipOf } from '../../fixtures/budget/zip-of.ts';

const MB = 1024 * 1024;

async function sheetsOf(bytes: Buffer, name = 'งบ.xlsx'): Promise<readonly Sheet[]> {
  const result = await readWorkbook(bytes, name);
  if (result.kind === 'refused') throw new Error(result.refusal.code);
  return result.sheets;
}

async function codeOf(bytes: Buffer, name = 'งบ.xlsx'): Promise<string> {
  const result = await readWorkbook(bytes, name);
  if (result.kind === 'refused') expect(result.refusal.sentence).toMatch(/กรุณา/);
  return result.kind === 'refused' ? result.refusal.code : 'sheets';
}

const texts = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(cellText));
const oneSheet = (rows: string, after = '') => xlsxOf([{ name: 'งบ', rows, after }]);

describe('.xlsx workbooks', () => {
  it('keep numbers at their decimal writing, and a stored formula result of 0 is not "no result"', async () => {
    const [sheet] = await sheetsOf(
      oneSheet(
        '<row r="1"><c r="A1"><v>1234.1</v></c><c r="B1"><f>A1-A1</f><v>0</v></c><c r="C1"><f>A1</f></c><c r="D1"><f>A1</f><v/></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"/></row>',
      ),
    );
    expect(sheet?.rows[0]).toEqual([
      { kind: 'number', raw: '1234.1' },
      { kind: 'number', raw: '0' },
      { kind: 'formula-without-value' },
      { kind: 'formula-without-value' },
      null,
      { kind: 'error', text: '#DIV/0!' },
    ]);
  });

  it('give rich, inline, escaped and phonetic text as it is read', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>งบ &amp; แผน</t></is></c><c r="D1" t="str"><f>A1</f><v>ผล</v></c></row>';
    const sharedStrings =
      '<si><r><rPr/><t>ครุภัณฑ์</t></r><r><t>สำนักงาน</t></r></si><si><t>บรรทัด_x000A_สอง</t><rPh sb="0" eb="1"><t>เสียง</t></rPh></si>';
    const [sheet] = await sheetsOf(xlsxOf([{ name: 'งบ', rows }], { sharedStrings }));
    expect(texts(sheet)).toEqual([['ครุภัณฑ์สำนักงาน', 'บรรทัด\nสอง', 'งบ & แผน', 'ผล']]);
  });

  it('keep rows and columns in place where the file leaves empty ones out, and know merges and hidden sheets', async () => {
    const sheets = await sheetsOf(
      xlsxOf([
        {
          name: 'หนึ่ง &amp; สอง',
          rows: '<row r="3"><c r="B3"><v>1</v></c><c r="AB3"><v>2</v></c></row><row><c><v>3</v></c></row>',
          after: '<mergeCells count="1"><mergeCell ref="B3:B4"/></mergeCells>',
        },
        { name: 'ซ่อน', rows: '', state: 'hidden' },
      ]),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['หนึ่ง & สอง', false],
      ['ซ่อน', true],
    ]);
    expect(sheets[0]?.rows.map((row) => row.length)).toEqual([0, 0, 28, 1]);
    expect(sheets[0]?.merges).toEqual([{ fromColumn: 1, toColumn: 1, fromRow: 2, toRow: 3 }]);
  });

  it('show dates as days, by built-in and own formats, and amounts with own formats as numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-41E]d mmm yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; บาท&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const cells = [1, 2, 3].map((style) => `<c s="${style}"><v>44742</v></c>`).join('');
    const [sheet] = await sheetsOf(xlsxOf([{ name: 'งบ', rows: `<row r="1">${cells}</row>` }], { styles }));
    expect(texts(sheet)).toEqual([['2022-06-30', '2022-06-30', '44742']]);
  });

  it('are read the same when the writer puts a namespace before every name', async () => {
    const rows = '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>';
    const [sheet] = await sheetsOf(xlsxOf([{ name: 'งบ', rows }], { prefix: 'x' }));
    expect(texts(sheet)).toEqual([['5']]);
  });

  it('formatted down to the last row hold only the rows in which something stands', async () => {
    const empty = Array.from(
      { length: 90_000 },
      (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/></row>`,
    );
    const [sheet] = await sheetsOf(oneSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}`));
    expect(sheet?.rows).toHaveLength(1);
  });

  it('written by an ordinary library are read', async () => {
    const bytes = await writeXlsxFile([['แผนงาน', 12.5]], { sheet: 'รายงาน' }).toBuffer();
    const [sheet] = await sheetsOf(bytes);
    expect([sheet?.name, texts(sheet)]).toEqual(['รายงาน', [['แผนงาน', '12.5']]]);
  });
});

describe('CSV files', () => {
  const table = 'แผนงาน,รายการ,จำนวนเงิน\r\n"การศึกษา ""ก""","นม, อาหาร","1,000.50"\r\n';

  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16 with byte order mark', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['semicolons', Buffer.from(table.replace(/,(?=[^ 0])/g, ';').replace('1;000', '1,000'))],
    ['tabs', Buffer.from('แผนงาน\tรายการ\tจำนวนเงิน\n"การศึกษา ""ก"""\t"นม, อาหาร"\t1,000.50')],
    ['Windows-874', windows874(table)],
  ])('in %s give the same cells', async (_, bytes) => {
    const [sheet] = await sheetsOf(bytes, '/tmp/งบ 2565.csv');
    expect(texts(sheet)).toEqual([
      ['แผนงาน', 'รายการ', 'จำนวนเงิน'],
      ['การศึกษา "ก"', 'นม, อาหาร', '1,000.50'],
    ]);
    expect(sheet?.name).toBe('งบ 2565');
  });

  it('keep line breaks inside quotes, empty records and a last field that is empty', async () => {
    const [sheet] = await sheetsOf(Buffer.from('a,b,c\n"x\ny",,\n\n,,z'), 'a.csv');
    expect(texts(sheet)).toEqual([['a', 'b', 'c'], ['x\ny', '', ''], [''], ['', '', 'z']]);
  });

  it('are refused when a quote is never closed or the letters make no sense', async () => {
    expect(await codeOf(Buffer.from('a,b,c\n"x,y,z\n'), 'a.csv')).toBe('damaged-file');
    expect(
      await codeOf(Buffer.from([...Buffer.from('a,b,c\n'), 0xe9, 0x2c, 0xe8, 0x2c, 0xff]), 'a.csv'),
    ).toBe('unknown-encoding');
  });
});

describe('files that are no workbook', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['a web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'not-a-workbook'],
    ['a PDF', Buffer.from('%PDF-1.7\n1,2,3,4\n'), 'not-a-workbook'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'not-a-workbook'],
    ['plain text', Buffer.from('สวัสดีครับ ขอส่งงบประมาณครับ'), 'not-a-workbook'],
    ['an old .xls', Buffer.concat([compound(), Buffer.from('Workbook', 'utf16le')]), 'old-excel'],
    [
      'a password-protected .xlsx',
      Buffer.concat([compound(), Buffer.from('EncryptedPackage', 'utf16le')]),
      'password-protected',
    ],
    ['a Word file', zipOf([{ name: 'word/document.xml', data: '<w/>' }]), 'not-a-workbook'],
    [
      'an OpenDocument sheet',
      zipOf([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<x/>' },
      ]),
      'other-spreadsheet',
    ],
    [
      'an encrypted zip',
      zipOf([{ name: 'xl/workbook.xml', data: '<x/>', encrypted: true }]),
      'password-protected',
    ],
    ['a file past the size limit', Buffer.alloc(MAX_FILE_BYTES + 1, 0x20), 'file-too-large'],
  ])('%s', async (_, bytes, code) => {
    // The name must not matter.
    expect(await codeOf(bytes, 'งบประมาณ.xlsx')).toBe(code);
    expect(await codeOf(bytes, 'งบประมาณ.csv')).toBe(code);
  });

  it('a workbook cut off anywhere is refused as damaged and never half read', async () => {
    const whole = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    for (let length = 30; length < whole.length; length += 37) {
      expect(await codeOf(whole.subarray(0, length))).toBe('damaged-file');
    }
  });

  it('a workbook with one flipped byte is refused or read the same, and never throws', async () => {
    const whole = oneSheet('<row r="1"><c r="A1"><v>123456</v></c></row>');
    for (let at = 0; at < whole.length; at += 5) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      const result = await readWorkbook(bytes, 'a.xlsx');
      if (result.kind === 'sheets' && result.format === 'xlsx')
        expect(texts(result.sheets[0])?.flat()).toEqual(['123456']);
    }
  });
});

describe('files made to harm their reader', () => {
  const filler = Buffer.alloc(120 * MB, ' ');
  const bomb = (declaredBytes: number) =>
    zipOf(
      xlsxParts([{ name: 'งบ', rows: '' }]).map((part) =>
        part.name.includes('sheet1') ? { ...part, data: filler, declaredBytes } : part,
      ),
    );

  it('are refused by the size they declare, before unpacking', async () => {
    expect(await codeOf(bomb(filler.length))).toBe('too-large-when-unpacked');
  });

  it('are refused while unpacking when they declare less than comes out', async () => {
    const bytes = bomb(1000);
    const before = process.memoryUsage().rss;
    expect(await codeOf(bytes)).toBe('damaged-file');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });

  it.each([
    ['a row far below', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>', 'too-many-cells'],
    ['a row number that is none', '<row r="x"><c r="A1"><v>1</v></c></row>', 'damaged-file'],
    ['rows out of order', '<row r="5"/><row r="2"/>', 'damaged-file'],
    ['a column far right', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', 'damaged-file'],
    ['a shared string that is none', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'damaged-file'],
    ['XML that ends too soon', '<row r="1"><c r="A1"><v>1</v>', 'damaged-file'],
  ])('%s is refused', async (_, rows, code) => {
    expect(await codeOf(oneSheet(rows))).toBe(code);
  });

  it('entities are not expanded', async () => {
    const parts = xlsxParts([
      { name: 'งบ', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>' },
    ]);
    const bytes = zipOf(
      parts.map((part) =>
        part.name.includes('sheet1')
          ? { ...part, data: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${String(part.data)}` }
          : part,
      ),
    );
    const result = await readWorkbook(bytes, 'a.xlsx');
    if (result.kind === 'sheets') expect(texts(result.sheets[0])).toEqual([['&a;']]);
  });

  it('two parts of one name are refused', async () => {
    const parts = xlsxParts([{ name: 'งบ', rows: '' }]);
    expect(await codeOf(zipOf([...parts, ...parts.slice(-1)]))).toBe('damaged-file');
  });

  it('a part whose content does not match its checksum is refused', async () => {
    const parts = xlsxParts([{ name: 'งบ', rows: '' }]);
    expect(await codeOf(zipOf(parts.map((part) => ({ ...part, declaredChecksum: 1 }))))).toBe('damaged-file');
  });
});

function compound(): Buffer {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]);
}

/** Thai letters stand in Windows-874 at their place in Unicode's Thai block plus 0xA0. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point >= 0x0e00 ? point - 0x0e00 + 0xa0 : point;
    }),
  );
}
