import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../shared/measures/cell-text.ts';
import { leadingMark, printItem, splitList } from '../../../shared/measures/list-marks.ts';
import { whereText } from '../../../shared/measures/text.ts';

describe('cell text', () => {
  it.each([
    ['<p>ก</p> <p>ข</p>', 'ก\nข'],
    ['<ul style="x"> - ก - ข', '- ก - ข'],
    ['<ol><li>ก<li>ข</ol><ul><li>ค</ul>', '1. ก\n2. ข\n- ค'],
    ['<ol><li>๑. ก</li></ol>', '๑. ก'],
    ['ก<br/>ข<BR>ค', 'ก\nข\nค'],
    ['<b>ก</b><span class=a>ข</span>', 'กข'],
    ['**หัวข้อ**  \n ก', 'หัวข้อ\nก'],
    ['ก &lt; ข &amp; ค&nbsp;ง &#3585; &#x0e02;', 'ก < ข & ค ง ก ข'],
    ['ก<script>alert(1)</script>ข', 'กข'],
    ['&lt;p&gt;ก', 'ก'],
    ['ถ้า ก<ข และ ค>ง <unknown>', 'ถ้า ก<ข และ ค>ง <unknown>'],
    ['นำ\u200bเข้า ทํา', 'นำเข้า ทำ'],
  ])('reads %j', (raw, expected) => {
    expect(cellText(raw)).toBe(expected);
  });

  it('is the same when read again, whatever stands in it', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      '<ol>',
      '&lt;',
      '&gt;',
      '&amp;',
      '*',
      '<',
      '>',
      'b',
      ' ',
      '\n',
      'ก',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const once = cellText(list.join(''));
        // Markup written more than twice over is taken as it is.
        fc.pre(!/[<&*]/.test(once));
        expect(cellText(once)).toBe(once);
      }),
    );
  });
});

describe('marks', () => {
  it.each([
    ['๑. ก', '๑.', [1]],
    ['๑.ก', '๑.', [1]],
    ['(๑๒) ก', '(๑๒)', [12]],
    ['๑) ก', '๑)', [1]],
    ['๑.๑) ก', '๑.๑)', [1, 1]],
    ['๔.๑.๒ ก', '๔.๑.๒', [4, 1, 2]],
    ['-ก', '-', []],
    ['• ก', '•', []],
  ])('%j begins with one', (text, mark, numbers) => {
    expect(leadingMark(text)).toMatchObject({ mark, numbers, rest: 'ก' });
  });

  it.each(['ก ๑.', '-', '', '๑๐.๓๐ น.', '๒๕๖๖ ก', '1,500'])('%j begins with none', (text) => {
    expect(leadingMark(text)).toBeNull();
  });

  it('in order cut a paragraph that begins with one, others stay in the text', () => {
    expect(splitList('๑. ก ๒. ข ๔. ค')).toEqual([
      { mark: '๑.', text: 'ก' },
      { mark: '๒.', text: 'ข ๔. ค' },
    ]);
    expect(splitList('อย่างน้อย ๓ ด้าน ๑. ก ๒. ข')).toHaveLength(1);
  });

  it('lists are the same when printed and read again', () => {
    const pieces = fc.constantFrom('๑.', '๒.', '(๑)', '(๒)', '๑)', '๒)', '-', 'ก', 'ข ค', '\n', '๑.๑', '3.');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (list) => {
        const items = splitList(cellText(list.join(' ')));
        expect(splitList(items.map(printItem).join('\n'))).toEqual(items);
      }),
    );
  });
});

it('a place is said as the sender would look for it', () => {
  expect(whereText({ kind: 'line', line: 7 })).toBe('บรรทัดที่ 7');
  expect(whereText({ kind: 'sheet-row', sheet: 'แผน', row: 3 })).toBe('แถวที่ 3 ในแผ่นงาน “แผน”');
  expect(whereText({ kind: 'table-row', table: 2, row: 5 })).toBe('แถวที่ 5 ของตารางที่ 2');
});
