import { describe, expect, test } from 'vitest';
import {
  childStyle,
  flexShorthand,
  marginBefore,
  type Place,
} from '../../simulator/page/flex/child-style.ts';
import type { FlexNode } from '../../simulator/page/flex/flex-types.ts';

const text: FlexNode = { type: 'text' };
const row: Place = { layout: 'horizontal', spacing: 'md', isFirst: false };
const column: Place = { layout: 'vertical', spacing: 'md', isFirst: false };

describe('share of the free space', () => {
  test.each<[string, FlexNode, Place['layout'], string]>([
    ['a child of a row takes an equal share', text, 'horizontal', '1 0 0px'],
    ['a child of a baseline row too', text, 'baseline', '1 0 0px'],
    ['a child of a column keeps its height', text, 'vertical', '0 0 auto'],
    ['flex 0 keeps the content width', { ...text, flex: 0 }, 'horizontal', '0 0 auto'],
    ['flex 3 in a row ignores the content', { ...text, flex: 3 }, 'horizontal', '3 0 0px'],
    ['flex 3 in a column grows from the content', { ...text, flex: 3 }, 'vertical', '3 0 auto'],
    ['a box with a width keeps it in a row', { type: 'box', width: '40px' }, 'horizontal', '0 0 auto'],
    ['a box with a height keeps out too', { type: 'box', height: '40px' }, 'horizontal', '0 0 auto'],
    ['the height word of a button is no height', { type: 'button', height: 'sm' }, 'horizontal', '1 0 0px'],
    ['an icon never grows', { type: 'icon', flex: 2 }, 'baseline', '0 0 auto'],
    ['a separator never grows', { type: 'separator' }, 'horizontal', '0 0 auto'],
    ['a filler takes what is left of a column', { type: 'filler' }, 'vertical', '1 0 auto'],
  ])('%s', (_name, node, layout, expected) => {
    expect(flexShorthand(node, layout)).toBe(expected);
  });
});

describe('space before a component', () => {
  test('is the spacing of its box', () => expect(marginBefore(text, row)).toBe('8px'));

  test('is its own margin when it has one', () => {
    expect(marginBefore({ ...text, margin: 'xxl' }, row)).toBe('20px');
    expect(marginBefore({ ...text, margin: 'none' }, row)).toBe('0px');
  });

  test('the first component gets no spacing, but keeps a margin of its own', () => {
    expect(marginBefore(text, { ...row, isFirst: true })).toBeUndefined();
    expect(marginBefore({ ...text, margin: 'md' }, { ...row, isFirst: true })).toBe('8px');
  });

  test('fillers ignore the spacing', () => expect(marginBefore({ type: 'filler' }, row)).toBeUndefined());

  test('lies to the side in a row and above in a column', () => {
    expect(childStyle(text, row)).toMatchObject({ marginInlineStart: '8px' });
    expect(childStyle(text, column)).toMatchObject({ marginTop: '8px' });
  });
});

test('an absolute component leaves the flow and stands at its offsets', () => {
  const style = childStyle(
    { ...text, position: 'absolute', offsetTop: 'md', offsetEnd: '10%', flex: 3 },
    row,
  );
  expect(style).toEqual({ position: 'absolute', top: '8px', insetInlineEnd: '10%' });
});
