import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendResult } from '../../../bot/line/send-result.ts';

const kindOf = (status: number, body = '{}') => sendResult({ status, body }).kind;

describe("what LINE's answer to a send means", () => {
  it('is a success for 2xx, and for 409, which says that an earlier try was taken', () => {
    expect([kindOf(200), kindOf(202), kindOf(409)]).toEqual(['sent', 'sent', 'sent-before']);
  });

  it("tells the month's end from calls that come too fast", () => {
    expect(kindOf(429, '{"message":"You have reached your monthly limit."}')).toBe('month-limit');
    expect(kindOf(429, '{"message":"The API rate limit has been exceeded. Try again later."}')).toBe(
      'rate-limited',
    );
  });

  it("is a refusal for every other 4xx, with LINE's reason", () => {
    expect(sendResult({ status: 400, body: '{"message":"Invalid reply token"}' })).toEqual({
      kind: 'refused',
      status: 400,
      reason: 'Invalid reply token',
    });
    expect(sendResult({ status: 403, body: '<html>proxy</html>' })).toMatchObject({
      reason: 'no reason given',
    });
  });

  it('is unknown for no answer and for failures of LINE: the send may have happened', () => {
    for (const status of [0, 500, 502, 503, 504]) expect(kindOf(status)).toBe('unknown');
  });

  it('is one of these for any answer whatever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.string(), (status, body) => {
        expect(['sent', 'sent-before', 'rate-limited', 'month-limit', 'refused', 'unknown']).toContain(
          kindOf(status, body),
        );
      }),
    );
  });
});
