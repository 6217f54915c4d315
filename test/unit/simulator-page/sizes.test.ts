import { describe, expect, test } from 'vitest';
import {
  aspectRatio,
  BUBBLE_WIDTH_PX,
  cssLength,
  fontSize,
  imageWidth,
  SPACING_PX,
} from '../../simulator/page/flex/sizes.ts';

describe('sizes of Flex components', () => {
  test.each([
    ['none', '0px'],
    ['xs', '2px'],
    ['md', '8px'],
    ['xxl', '20px'],
    ['13px', '13px'],
    ['23.5%', '23.5%'],
  ])('spacing %s is %s', (word, length) => {
    expect(cssLength(word, SPACING_PX)).toBe(length);
  });

  test.each([undefined, 'huge', '12', '-4px', '1em', 'calc(1px)'])('%s is no length LINE knows', (word) => {
    expect(cssLength(word, SPACING_PX)).toBeUndefined();
  });

  test('text and icons without a known size are md', () => {
    expect([fontSize(undefined), fontSize('md'), fontSize('gigantic')]).toEqual(['16px', '16px', '16px']);
    expect([fontSize('xxs'), fontSize('5xl'), fontSize('17px')]).toEqual(['11px', '74px', '17px']);
  });

  test('an image is md wide unless it says otherwise, and full means the whole component', () => {
    expect([imageWidth(undefined), imageWidth('full'), imageWidth('5xl'), imageWidth('50%')]).toEqual([
      '100px',
      '100%',
      '220px',
      '50%',
    ]);
  });

  test('an aspect ratio LINE would not take is a square', () => {
    expect([aspectRatio('20:13'), aspectRatio('1.91:1'), aspectRatio(undefined), aspectRatio('x')]).toEqual([
      '20 / 13',
      '1.91 / 1',
      '1 / 1',
      '1 / 1',
    ]);
  });

  test('bubbles grow from nano to giga', () => {
    const widths = Object.values(BUBBLE_WIDTH_PX);
    expect(widths).toEqual([...widths].sort((left, right) => left - right));
    expect(widths).toHaveLength(7);
  });
});
