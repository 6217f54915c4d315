import { describe, expect, test } from 'vitest';
import { boxStyle, gradient } from '../../simulator/page/flex/box-style.ts';

describe('the look of a box', () => {
  test('says nothing where the message says nothing, so that the block keeps its padding', () => {
    expect(boxStyle({ type: 'box', layout: 'vertical' })).toEqual({});
  });

  test('a single side overrides the padding of all sides', () => {
    const style = boxStyle({ paddingAll: 'md', paddingTop: '20px' });
    expect(style).toEqual({ padding: '8px', paddingTop: '20px' });
    // The order decides in the browser: the shorthand has to come first.
    expect(Object.keys(style)).toEqual(['padding', 'paddingTop']);
  });

  test('a border is drawn only where a width is given', () => {
    expect(boxStyle({ borderColor: '#ff0000' })).toEqual({});
    expect(boxStyle({ borderWidth: 'semi-bold', borderColor: '#ff0000', cornerRadius: 'xl' })).toEqual({
      borderWidth: '3px',
      borderStyle: 'solid',
      borderColor: '#ff0000',
      borderRadius: '16px',
    });
  });

  test('a baseline box keeps its baseline', () => {
    expect(boxStyle({ layout: 'baseline', alignItems: 'center' })).toEqual({});
  });
});

describe('a linear gradient', () => {
  const ends = { type: 'linearGradient', angle: '90deg', startColor: '#000000', endColor: '#ffffff' };

  test('runs from start to end', () => {
    expect(gradient(ends)).toBe('linear-gradient(90deg, #000000 0%, #ffffff 100%)');
  });

  test('passes a third colour half way unless told where', () => {
    expect(gradient({ ...ends, centerColor: '#ff0000' })).toContain('#ff0000 50%,');
    expect(gradient({ ...ends, centerColor: '#ff0000', centerPosition: '10%' })).toContain('#ff0000 10%,');
  });

  test('needs both ends', () => expect(gradient({ type: 'linearGradient', angle: '0deg' })).toBeUndefined());
});
