import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../bot/documents/write-docx.ts';
import { importReport } from '../../../bot/measures/import/import-report.ts';
import {
  MAX_DOCUMENT_CELL_CHARS,
  MAX_DOCUMENT_PICTURES,
  MAX_DOCUMENT_ROWS,
  MAX_PICTURE_BYTES,
} from '../../../shared/documents/document-limits.ts';
import type { DocumentRow } from '../../../shared/documents/report-document.ts';
import type { Satang } from '../../../shared/thai/money.ts';
import { documentOf, partOf, textCell } from './document-of.ts';

const DOCUMENT = 'word/document.xml';
const rowsOf = (xml: string): string[] => xml.split('<w:tr>').slice(1);
const table = (rows: readonly DocumentRow[]) => ({ ...documentOf().tables[0], rows }) as never;

describe('a Word document', () => {
  it('says font, size and language of Thai letters, and what may stand in for the font', async () => {
    const bytes = await writeDocx(documentOf());
    const styles = await partOf(bytes, 'word/styles.xml');
    expect(styles).toContain('w:cs="TH Sarabun New"');
    expect(styles).toContain('<w:sz w:val="32"/><w:szCs w:val="32"/>');
    expect(styles).toContain('w:bidi="th-TH"');
    const fonts = await partOf(bytes, 'word/fontTable.xml');
    expect(fonts).toMatch(
      /<w:font w:name="TH Sarabun New"><w:altName w:val="[^"]*Sarabun[^"]*"\/><w:charset w:val="DE"\/>/,
    );
  });

  it('is A4, across or upright, its pages numbered in Thai digits from the second on', async () => {
    const across = await partOf(await writeDocx(documentOf()), DOCUMENT);
    expect(across).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(across).toContain('w:fmt="thaiNumbers"');
    expect(across).toContain('<w:titlePg/>');
    const upright = await partOf(
      await writeDocx(documentOf({ orientation: 'portrait', digits: 'as-written' })),
      DOCUMENT,
    );
    expect(upright).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(upright).toContain('w:fmt="decimal"');
  });

  it('repeats both rows of a grouped header, and keeps short rows on one page but not long ones', async () => {
    const document = documentOf({
      tables: [
        {
          columns: ['เดือน', 'รับ', 'เสร็จ'].map((header) => ({ header, width: 1 })),
          groups: [
            { header: '', columns: 1 },
            { header: 'จำนวน', columns: 2 },
          ],
          rows: [
            { kind: 'cells', cells: [textCell('สั้น'), textCell(''), textCell('')] },
            { kind: 'cells', cells: [textCell('ยาวมาก '.repeat(200)), textCell(''), textCell('')] },
          ],
        },
      ],
    });
    const [upper = '', lower = '', short = '', long = ''] = rowsOf(
      await partOf(await writeDocx(document), DOCUMENT),
    );
    for (const header of [upper, lower]) expect(header).toContain('<w:tblHeader/>');
    expect(upper).toContain('<w:gridSpan w:val="2"/>');
    expect(upper).toContain('<w:vMerge w:val="restart"/>');
    expect(lower).toContain('<w:vMerge w:val="continue"/>');
    expect(short).toContain('<w:cantSplit/>');
    expect(long).not.toContain('<w:cantSplit/>');
    expect(long).not.toContain('<w:tblHeader/>');
  });

  it('prints amounts to the satang in its digits', async () => {
    const amount = { kind: 'amount', amountSatang: 123_456_705 as Satang } as const;
    const tables = [table([{ kind: 'cells', cells: [textCell('งบ'), amount] }])];
    expect(await partOf(await writeDocx(documentOf({ tables })), DOCUMENT)).toContain('๑,๒๓๔,๕๖๗.๐๕');
    const arabic = await writeDocx(documentOf({ tables, digits: 'as-written' }));
    expect(await partOf(arabic, DOCUMENT)).toContain('1,234,567.05');
  });

  it('carries any text unharmed, and leaves out what no XML can hold', async () => {
    const text = '<b>"ก & ข"</b> น้ำ\u0000\u0008 \ud800 =1+1';
    const bytes = await writeDocx(
      documentOf({ tables: [table([{ kind: 'cells', cells: [textCell(text), textCell('')] }])] }),
    );
    const imported = await importReport(bytes);
    if (imported.kind === 'refused') throw new Error(imported.refusal.code);
    const [found] = imported.blocks.filter(({ kind }) => kind === 'table');
    expect(found?.kind === 'table' && found.rows[1]?.cells[0]?.text).toBe('<b>"ก & ข"</b> น้ำ  =1+1');
  });

  it('shows pictures upright without what a camera writes into them, each with its caption', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'ผู้ถ่ายภาพลับ', Make: 'SECRETCAM' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const bytes = await writeDocx(
      documentOf({
        annex: { heading: 'ภาพประกอบ', pictures: [{ bytes: photo, caption: 'ประชุม "ครั้งที่ ๑" <&>' }] },
      }),
    );
    const xml = await partOf(bytes, DOCUMENT);
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
    expect(Number(height)).toBeCloseTo(2 * Number(width), -5);
    expect(xml).toContain('descr="ประชุม &quot;ครั้งที่ ๑&quot; &lt;&amp;&gt;"');
    const links = await partOf(bytes, 'word/_rels/document.xml.rels');
    const media = /media\/[^"]+/.exec(links)?.[0] ?? '';
    expect(photo.includes('SECRETCAM')).toBe(true);
    expect(await partOf(bytes, `word/${media}`)).not.toContain('SECRETCAM');
  });

  it.each([
    ['too-many-rows', { tables: [table(Array(MAX_DOCUMENT_ROWS + 1).fill({ kind: 'section', text: '' }))] }],
    ['misshapen', { tables: [table([{ kind: 'cells', cells: [textCell('ช่องเดียว')] }])] }],
    ['misshapen', { tables: [table([{ kind: 'cells', cells: [textCell(''), { kind: 'above' }] }])] }],
    ['too-much-text', { titleLines: ['ก'.repeat(MAX_DOCUMENT_CELL_CHARS + 1)] }],
    [
      'too-many-pictures',
      {
        annex: {
          heading: '',
          pictures: Array(MAX_DOCUMENT_PICTURES + 1).fill({ bytes: new Uint8Array(), caption: '' }),
        },
      },
    ],
    [
      'pictures-too-large',
      { annex: { heading: '', pictures: [{ bytes: new Uint8Array(MAX_PICTURE_BYTES + 1), caption: '' }] } },
    ],
    [
      'picture-unreadable',
      { annex: { heading: '', pictures: [{ bytes: Buffer.from('<svg/>'), caption: '' }] } },
    ],
  ] as const)('is refused as %s', async (problem, change) => {
    await expect(writeDocx(documentOf(change as never))).rejects.toMatchObject({ problem });
  });
});
