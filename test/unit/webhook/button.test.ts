import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonData, MAX_BUTTON_DATA, parseButtonData } from '../../../bot/webhook/button.ts';

const word = fc.stringMatching(/^[a-z][a-z-]{0,15}$/);
const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,5}$/);
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer().map(String),
  fc.constantFrom('กองคลัง', '&=?#%'),
);

describe('the data of a button', () => {
  it('comes back as it was written, whatever its values hold', () => {
    fc.assert(
      fc.property(word, word, fc.dictionary(name, value, { maxKeys: 3 }), (feature, action, values) => {
        const data = buttonData(feature, action, values);
        expect(parseButtonData(data)).toEqual({ feature, action, values: { ...values } });
      }),
    );
  });

  it('carries the day that was picked', () => {
    expect(parseButtonData('complaints/day', '2026-07-01')?.picked).toBe('2026-07-01');
  });

  it('is never longer than LINE takes: the program refuses to draw such a button', () => {
    const room = MAX_BUTTON_DATA - 'people/answer?say='.length;
    expect(buttonData('people', 'answer', { say: 'x'.repeat(room) })).toHaveLength(MAX_BUTTON_DATA);
    expect(() => buttonData('people', 'answer', { say: 'x'.repeat(room + 1) })).toThrow(RangeError);
  });

  it.each([
    '',
    'people',
    'people/',
    '/answer',
    'People/answer',
    'people/answer/more',
    'a=b',
    `a/b?${'x'.repeat(300)}`,
  ])('that this program never wrote is no button: %j', (data) => {
    expect(parseButtonData(data)).toBeUndefined();
  });
});
