import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bubble,
  button,
  bytesOf,
  carousels,
  flex,
  LIMITS,
  press,
  quick,
  quickSay,
  say,
  text,
  withQuick,
} from '../../../bot/line/card.ts';
import { graphemes } from '../../../shared/thai/text.ts';
import { messageErrors } from '../../simulator/line/validation/messages.ts';

/** Thai as it comes: vowels and tone marks that belong to the letter before, emoji of several parts. */
const thai = fc
  .array(fc.constantFrom('น้ำ', 'กี่', 'ปู่', 'เ', 'ก', ' ', '👨‍👩‍👧', 'x'), { maxLength: 120 })
  .map((parts) => parts.join(''));

function labelOf(action: object): string {
  return 'label' in action ? String(action.label) : '';
}

describe('labels', () => {
  it('are cut where a reader sees a whole letter, to what LINE takes', () => {
    fc.assert(
      fc.property(thai, (label) => {
        const cut: readonly (readonly [string, number])[] = [
          [labelOf(press(label, 'a/b')), LIMITS.flexLabelGraphemes],
          [labelOf(quick(label, 'a/b').action ?? {}), LIMITS.quickReplyLabelGraphemes],
          [labelOf(quickSay(label).action ?? {}), LIMITS.quickReplyLabelGraphemes],
        ];
        for (const [shown, most] of cut) {
          const parts = graphemes(shown);
          expect(parts.length).toBeLessThanOrEqual(most);
          if (shown === label) continue;
          expect(shown.endsWith('…')).toBe(true);
          const kept = graphemes(shown.slice(0, -1));
          expect(graphemes(label).slice(0, kept.length)).toEqual(kept);
        }
      }),
    );
  });

  it('stand in messages that LINE takes', () => {
    fc.assert(
      fc.property(
        thai.filter((label) => label.trim() !== ''),
        (label) => {
          const card = flex(
            label,
            bubble({ title: label, body: [text(label)], buttons: [button(press(label, 'a/b', label))] }),
          );
          const message = withQuick(card, [
            quick(label, 'a/b', label.slice(0, 100)),
            quickSay(label, label.slice(0, 100)),
          ]);
          expect(messageErrors('push', { to: 'x', messages: [message] })).toEqual([]);
        },
      ),
    );
  });
});

describe('texts', () => {
  it('of a card that are empty become a dash, which LINE takes', () => {
    expect(text('')).toMatchObject({ text: '-' });
    const card = flex('x', bubble({ title: '', kicker: '', body: [text('')] }));
    expect(messageErrors('push', { to: 'x', messages: [card] })).toEqual([]);
  });

  it("of a message are cut to LINE's length, never within a letter", () => {
    const long = say('น้ำ'.repeat(LIMITS.textUnits));
    if (long.type !== 'text') throw new Error('no text');
    expect(long.text.length).toBeLessThanOrEqual(LIMITS.textUnits);
    expect(long.text).toMatch(/^(น้ำ)+…$/);
  });

  it('carry at most as many quick replies as LINE shows, and no empty bar', () => {
    expect(say('x')).not.toHaveProperty('quickReply');
    const many = say(
      'x',
      Array.from({ length: 30 }, (_, n) => quickSay(String(n))),
    );
    expect(many.quickReply?.items).toHaveLength(LIMITS.quickReplies);
  });
});

describe('carousels', () => {
  const card = (title: string, lines: number) =>
    bubble({ title, body: Array.from({ length: lines }, () => text('ข้อความยาวพอประมาณในการ์ด')) });

  it('hold every card in order, within twelve and 50 KB, whatever the sizes', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 140 }), { maxLength: 40 });
    fc.assert(
      fc.property(sizes, (all) => {
        const cards = all.map((lines, n) => card(`${n}`, lines));
        const messages = carousels('รายการ', cards);
        const held = messages.flatMap((message) => {
          if (message.type !== 'flex') return [];
          const { contents } = message;
          if (contents.type !== 'carousel') return [contents];
          expect(contents.contents.length).toBeGreaterThan(1);
          expect(contents.contents.length).toBeLessThanOrEqual(LIMITS.bubbles);
          expect(bytesOf(contents)).toBeLessThanOrEqual(LIMITS.carouselBytes);
          return contents.contents;
        });
        expect(held).toEqual(cards);
      }),
      { numRuns: 50 },
    );
  });

  it('of one card are a plain card, of none nothing', () => {
    expect(carousels('x', [])).toEqual([]);
    expect(carousels('x', [card('only', 1)])).toMatchObject([{ contents: { type: 'bubble' } }]);
  });
});
