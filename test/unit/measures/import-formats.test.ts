import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../bot/measures/import/import-limits.ts';
import { importPasted, importReport } from '../../../bot/measures/import/import-report.ts';
import { LAYOUTS } from '../../../shared/measures/layouts.ts';
import type { MeasurePlan } from '../../../shared/measures/reading.ts';
import type { ReportBlock } from '../../../shared/measures/report-block.ts';
import { xlsxOf } from '../../fixtures/budget/xlsx-of.ts';
import { zipOf } from '../../fixtures/budget/zip-of.ts';
import { cpuTimeMs } from '../../fixtures/cpu-time.ts';
import { planOf } from './report-of.ts';

const HEADER = LAYOUTS.ph.columns.map(({ header }) => header);
const ROW = ['(๑) ทาสีรั้ว', 'ทาด้านหน้า', 'กองช่าง', 'ทาแล้ว', 'รายเดือน'];
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

async function blocksOf(input: Buffer | string): Promise<readonly ReportBlock[]> {
  const result = typeof input === 'string' ? await importPasted(input) : await importReport(input);
  if (result.kind === 'refused') throw new Error(result.refusal.code);
  return result.blocks;
}

async function read(input: Buffer | string): Promise<MeasurePlan> {
  return planOf(await blocksOf(input));
}

async function codeOf(input: Buffer): Promise<string> {
  const result = await importReport(input);
  if (result.kind === 'blocks') return result.format;
  expect(result.refusal.sentence).toMatch(/^[ก-๙].*กรุณา/);
  return result.refusal.code;
}

const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tr = (cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const plainRow = (cells: readonly string[]): string => tr(cells.map((text) => tc(p(text))));

function docxOf(body: string): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>` },
  ]);
}

describe('pasted text', () => {
  it('of tabs is rows; an empty line or one without tabs ends a table', async () => {
    const text = ['ของอบต.ทุ่งทอง', HEADER.join('\t'), ROW.join('\t'), '', HEADER.join('\t'), ROW.join('\t')];
    const blocks = await blocksOf(text.join('\r\n'));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'table']);
    expect(blocks[2]).toMatchObject({ rows: [{ where: { kind: 'line', line: 5 } }, { where: { line: 6 } }] });
  });

  it('copied from a sheet keeps line breaks and quotes inside cells, and a lone quote is plain', async () => {
    const cells = ROW.with(1, '"ทา ""หน้า""\nทาหลัง"').with(3, '"ทาแล้ว');
    const plan = await read(`${HEADER.join('\t')}\n${cells.join('\t')}\n${ROW.join('\t')}\n`);
    expect(plan.measures[0]?.steps.map(({ text }) => text)).toEqual(['ทา "หน้า"', 'ทาหลัง']);
    expect(plan.measures[0]?.result).toBe('"ทาแล้ว');
    expect(plan.measures[1]?.where).toEqual([{ kind: 'line', line: 4 }]);
  });

  it('whose cells begin with a quoted word is not mistaken for quoted cells', async () => {
    const rows = [ROW.with(1, '"ทา" แล้วดู').with(3, '"เสร็จ'), ROW.with(3, 'เสร็จ"')];
    const plan = await read([HEADER, ...rows].map((cells) => cells.join('\t')).join('\n'));
    expect(plan.measures.map(({ result }) => result)).toEqual(['"เสร็จ', 'เสร็จ"']);
  });

  it('of a markdown table is read, escaped bars and bold words too', async () => {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const plan = await read(
      [
        '## ของอบต.ทุ่งทอง ปีงบประมาณ 2567',
        '',
        line(HEADER),
        '|---|:--|--:|---|---|',
        line(ROW.with(3, '**ทา**\\|แล้ว')),
      ].join('\n'),
    );
    expect(plan.title).toEqual(['ของอบต.ทุ่งทอง ปีงบประมาณ 2567']);
    expect(plan.measures[0]).toMatchObject({ title: 'ทาสีรั้ว', result: 'ทา|แล้ว' });
  });

  it('of HTML is read with merged and unclosed cells, lists, entities, and without scripts', async () => {
    const html = `<html><head><style>p{}</style></head><body><h1>ของอบต.ทุ่งทอง</h1><script>alert(1)</script>
      <table border=1><tr><th>${HEADER.join('</th><th>')}</th></tr>
      <tr><td>(๑) ก<td><ol><li>หนึ่ง<li>สอง</ol><td rowspan="2">กองช่าง<td>&lt;ดี&gt; &amp; <b>เร็ว</b><br>จบ<td>-
      <tr><td>(๒) ข<td><script>x<td>ผล<td></table><p>ลงชื่อ</p></body></html>`;
    const plan = await read(html);
    expect(plan.title).toContain('ของอบต.ทุ่งทอง');
    expect(plan.measures[0]).toMatchObject({
      steps: [
        { mark: '1.', text: 'หนึ่ง' },
        { mark: '2.', text: 'สอง' },
      ],
      result: '<ดี> & เร็ว\nจบ',
      followUp: '-',
    });
    expect(plan.measures[1]).toMatchObject({ title: 'ข', unitsPrinted: 'กองช่าง', steps: [], result: 'ผล' });
    expect(plan.closing).toEqual(['ลงชื่อ']);
  });

  it('with unclosed lists and paragraphs in its cells keeps their breaks', async () => {
    const cell = '<p>ทาแล้ว</p> <ul style="list-style-type: none"> - หนึ่ง - สอง';
    const plan = await read(`${HEADER.join('\t')}\n${ROW.with(3, cell).join('\t')}`);
    expect(plan.measures[0]?.result).toBe('ทาแล้ว\n- หนึ่ง - สอง');
  });

  it('that is hostile is answered in time', async () => {
    const started = cpuTimeMs();
    for (const text of [
      `<table>${'<td '.repeat(200_000)}`,
      `<table>${'<ul><li><script>'.repeat(40_000)}`,
      '"\t'.repeat(300_000),
      '|'.repeat(500_000),
      `a\t${'&amp;'.repeat(200_000)}lt;`,
      `a\t${'('.repeat(500_000)}`,
      `${HEADER.join('\t')}\n${'(๑) ๑. - '.repeat(3_000)}\t${'๑. '.repeat(6_000)}\t\t${' - '.repeat(6_000)}\t`,
      ...['a.', 'a-', 'ก ', '(ก', 'เทศบาลตำบล', '<p>&lt;', '<script '].map((piece) => {
        const cell = piece.repeat(Math.floor(30_000 / piece.length));
        return [HEADER, ROW.with(2, cell), ROW.with(3, cell)].map((cells) => cells.join('\t')).join('\n');
      }),
    ]) {
      const result = await importPasted(text);
      if (result.kind === 'blocks') {
        try {
          planOf(result.blocks);
        } catch (error) {
          expect(String(error)).toMatch(/no-table|no-measures|too-mu|too-many/);
        }
      }
    }
    expect(cpuTimeMs() - started).toBeLessThan(10_000);
  });
});

describe('a Word document', () => {
  it('is read with its paragraphs, lines inside cells, and cells merged across and down', async () => {
    const plan = await read(
      docxOf(
        [
          p('ของเทศบาลตำบลทุ่งทอง'),
          p('ปีงบประมาณ พ.ศ. ๒๕๖๗'),
          '<w:tbl>',
          plainRow(HEADER),
          tr([tc(p('แบบวัด IIT'), '<w:gridSpan w:val="5"/>')]),
          tr(
            ROW.map((text, n) =>
              tc(p(text) + (n === 1 ? p('ทาด้านหลัง') : ''), n === 2 ? '<w:vMerge w:val="restart"/>' : ''),
            ),
          ),
          tr(
            ROW.map((text, n) =>
              tc(p(n === 0 ? '(๒) ข' : n === 2 ? '' : text), n === 2 ? '<w:vMerge/>' : ''),
            ),
          ),
          '</w:tbl>',
          p('ลงชื่อ'),
        ].join(''),
      ),
    );
    expect(plan.measures.map(({ title }) => title)).toEqual(['ทาสีรั้ว', 'ข']);
    expect(plan.measures[0]?.steps.map(({ text }) => text)).toEqual(['ทาด้านหน้า', 'ทาด้านหลัง']);
    expect(plan.measures.map(({ sections }) => sections)).toEqual([['แบบวัด IIT'], ['แบบวัด IIT']]);
    expect(plan.measures[1]?.units).toEqual([{ unit: 'กองช่าง', section: null }]);
    expect(plan.measures[1]?.where).toEqual([{ kind: 'table-row', table: 1, row: 4 }]);
    expect(plan.closing).toEqual(['ลงชื่อ']);
  });

  it('is read without deleted text and field codes, with breaks, runs and a table inside a cell', async () => {
    const cell =
      '<w:p><w:r><w:t>ทา</w:t></w:r><w:del><w:r><w:delText>ไม่</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>สี</w:t><w:br/><w:t>รั้ว</w:t></w:r></w:p>';
    const inner = `<w:tbl>${plainRow(['หนึ่ง', 'สอง'])}</w:tbl>`;
    const row = tr([tc(p('(๑) ก')), tc(cell), tc(p('กองช่าง')), tc(inner + p('')), tc(p(''))]);
    const plan = await read(docxOf(`<w:tbl>${plainRow(HEADER)}${row}</w:tbl>`));
    expect(plan.measures[0]?.steps.map(({ text }) => text)).toEqual(['ทาสี', 'รั้ว']);
    expect(plan.measures[0]?.result).toBe('หนึ่ง\nสอง');
  });
});

describe('a workbook', () => {
  it('is read with merged cells, several sheets and hidden ones left out', async () => {
    const cells = (row: number, texts: readonly string[]): string =>
      `<row r="${row}">${texts.map((text, n) => `<c r="${'ABCDE'[n]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const rows =
      cells(1, ['ของอบต.ทุ่งทอง']) + cells(3, HEADER) + cells(4, ROW) + cells(5, ['(๒) ข', 'ค', '', 'ง', '']);
    const plan = await read(
      xlsxOf([
        { name: 'หน้า ๑', rows, after: '<mergeCells><mergeCell ref="C4:C5"/></mergeCells>' },
        { name: 'หน้า ๒', rows: cells(1, HEADER) + cells(2, ROW.with(0, '(๓) จ')) },
        { name: 'เก่า', rows: cells(1, HEADER) + cells(2, ROW.with(0, '(๙) เก่า')), state: 'hidden' },
      ]),
    );
    expect(plan.officeName).toBe('อบต.ทุ่งทอง');
    expect(plan.measures.map(({ title }) => title)).toEqual(['ทาสีรั้ว', 'ข', 'จ']);
    expect(plan.measures[1]?.unitsPrinted).toBe('กองช่าง');
    expect(plan.measures[2]?.where).toEqual([{ kind: 'sheet-row', sheet: 'หน้า ๒', row: 2 }]);
  });
});

describe('a file that is no report', () => {
  it('is refused by what it is, each kind with its own sentence', async () => {
    const document = docxOf(p('x'));
    expect(await codeOf(Buffer.alloc(0))).toBe('empty-file');
    expect(await codeOf(Buffer.alloc(MAX_FILE_BYTES + 1, 0x20))).toBe('file-too-large');
    expect(await codeOf(Buffer.from('%PDF-1.7 x'))).toBe('not-a-report');
    expect(await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe('not-a-report');
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toBe('old-office-file');
    expect(await codeOf(document.subarray(0, document.length - 30))).toBe('damaged-file');
    expect(await codeOf(zipOf([{ name: 'a.txt', data: 'x' }]))).toBe('not-a-report');
    expect(await codeOf(docxOf('<w:p><w:r>'))).toBe('damaged-file');
    expect(await codeOf(zipOf([{ name: 'word/document.xml', data: 'x', encrypted: true }]))).toBe(
      'password-protected',
    );
    expect(await codeOf(Buffer.from([0x41, 0xff, 0x09, 0x81, 0xfe, 0xfd]))).toBe('unknown-encoding');
    expect(await codeOf(docxOf(`<w:tbl>${tr([tc('')]).repeat(5001)}</w:tbl>`))).toBe('too-many-rows');
  });

  it('is never unpacked beyond the limit', async () => {
    const huge = Buffer.alloc(120 * 1024 * 1024, ' ');
    const bomb = zipOf([{ name: 'word/document.xml', data: huge }]);
    const lying = zipOf([{ name: 'word/document.xml', data: huge, declaredBytes: 100 }]);
    expect(await codeOf(bomb)).toBe('too-large-when-unpacked');
    expect(['too-large-when-unpacked', 'damaged-file']).toContain(await codeOf(lying));
  });

  it('in Windows-874 or as a page with a table is read all the same', async () => {
    const table = `${HEADER.join('\t')}\n${ROW.join('\t')}`;
    const thai = Buffer.from(
      [...table].map((char) => {
        const code = char.codePointAt(0) ?? 0;
        return code >= 0xe01 ? code - 0xe01 + 0xa1 : code;
      }),
    );
    expect((await read(thai)).measures[0]?.title).toBe('ทาสีรั้ว');
    const page = `<!doctype html><table><tr><td>${HEADER.join('<td>')}<tr><td>${ROW.join('<td>')}</table>`;
    expect((await read(Buffer.from(page))).measures).toHaveLength(1);
  });
});
