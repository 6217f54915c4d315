import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bubble, bytesOf, flex, LIMITS, text } from '../../../bot/line/card.ts';
import { fitMessages } from '../../../bot/line/fit-messages.ts';
import type { Message } from '../../../bot/line/line.ts';

const card = (lines: number) =>
  bubble({ title: 'การ์ด', body: Array.from({ length: lines }, () => text('ข้อความยาวพอประมาณในการ์ด')) });

const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.nat({ max: 8_000 }).map((length): Message => ({ type: 'text', text: 'ก'.repeat(length + 1) })),
  fc
    .tuple(fc.nat({ max: 300 }), fc.nat({ max: 3_000 }))
    .map(([lines, alt]): Message => flex('ก'.repeat(alt + 1), card(lines))),
  fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 16 }).map(
    (all): Message => ({
      type: 'flex',
      altText: 'รายการ',
      contents: { type: 'carousel', contents: all.map(card) },
    }),
  ),
);

describe('messages that are stored for sending', () => {
  it("fit LINE's limits, whatever the handler made", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 3 }), (messages) => {
        for (const message of fitMessages(messages)) {
          if (message.type === 'text') expect(message.text.length).toBeLessThanOrEqual(LIMITS.textUnits);
          if (message.type !== 'flex') continue;
          const { contents } = message;
          expect(message.altText.length).toBeLessThanOrEqual(LIMITS.altTextUnits);
          const bubbles = contents.type === 'carousel' ? contents.contents : [contents];
          for (const one of bubbles) expect(bytesOf(one)).toBeLessThanOrEqual(LIMITS.bubbleBytes);
          if (contents.type === 'carousel') {
            expect(bytesOf(contents)).toBeLessThanOrEqual(LIMITS.carouselBytes);
            expect(bubbles.length).toBeLessThanOrEqual(LIMITS.bubbles);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stay as they are when they fit, and come out the same each time', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 2 }), (messages) => {
        const once = fitMessages(messages);
        expect(fitMessages(once)).toEqual(once);
        expect(JSON.stringify(fitMessages(messages))).toBe(JSON.stringify(once));
      }),
      { numRuns: 40 },
    );
  });

  it('say their alternative text when the card is too large', () => {
    expect(fitMessages([flex('สรุปงบประมาณ', card(400))])).toEqual([{ type: 'text', text: 'สรุปงบประมาณ' }]);
  });
});
