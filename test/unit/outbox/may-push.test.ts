import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pushPost } from '../../../bot/outbox/push-post.ts';
import { mayPush, monthOf, othersSeen } from '../../../bot/outbox/quota.ts';
import { LIMIT, openOutbox } from './outbox-under-test.ts';

const count = fc.nat({ max: 2_000 });
const cost = fc.record({
  limit: count,
  used: count,
  pushed: count,
  others: count,
  reserve: count,
  recipients: fc.integer({ min: 1, max: 500 }),
});

describe("the month's messages (G6)", () => {
  it('are never spent into the reserve, whichever count is the higher one', () => {
    fc.assert(
      fc.property(cost, ({ limit, used, pushed, others, reserve, recipients }) => {
        const may = mayPush({ quota: { limit, used }, pushed, others, reserve, recipients });
        expect(may).toBe(Math.max(used, pushed + others) + recipients <= limit - reserve);
        if (may) expect(limit - used - recipients).toBeGreaterThanOrEqual(reserve);
      }),
    );
  });

  it('are never given to a larger group when a smaller one was refused', () => {
    fc.assert(
      fc.property(cost, fc.nat({ max: 50 }), ({ limit, used, ...rest }, more) => {
        const quota = { limit, used };
        const larger = mayPush({ quota, ...rest, recipients: rest.recipients + more });
        if (larger) expect(mayPush({ quota, ...rest })).toBe(true);
      }),
    );
  });

  it('have no end on a plan without a limit', () => {
    expect(mayPush({ quota: { used: 1e9 }, pushed: 1e9, others: 0, reserve: 1e9, recipients: 500 })).toBe(
      true,
    );
  });

  it('count what others sent, however late LINE counts what the program sent', () => {
    fc.assert(
      fc.property(
        count,
        fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })), { maxLength: 12 }),
        (first, acts) => {
          let [others, pushed, seen] = [first, 0, othersSeen(0, first, 0)];
          for (const [ours, late] of acts) {
            pushed += ours;
            others += late % 7;
            // LINE shows all of the others' messages and an old count of ours.
            seen = othersSeen(seen, others + Math.max(0, pushed - late), pushed);
            expect(seen).toBeLessThanOrEqual(others);
          }
          expect(seen).toBeGreaterThanOrEqual(first);
        },
      ),
    );
  });

  it('begin anew with the month in Bangkok', () => {
    expect(monthOf(Date.UTC(2026, 6, 31, 16, 59))).toBe('2026-07');
    expect(monthOf(Date.UTC(2026, 6, 31, 17, 0))).toBe('2026-08');
  });

  it('keep the reserve however many posts are pushed one after the other or at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: LIMIT }),
        fc.nat({ max: LIMIT }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        async (reserve, used, posts) => {
          const outbox = await openOutbox();
          try {
            outbox.reserve = reserve;
            outbox.simulator.platform.quota.set({ type: 'limited', limit: LIMIT, used }, outbox.clock.nowMs);
            const ids = posts.map((_, n) => `post-${n}`);
            for (const id of ids) await outbox.post(id);
            await Promise.all(ids.map((id, n) => (posts[n] ? pushPost(id, outbox.deps) : undefined)));
            for (const id of ids) await pushPost(id, outbox.deps);
            const after = outbox.simulator.platform.quota.read(outbox.clock.nowMs).used;
            expect(after <= used || LIMIT - after >= reserve).toBe(true);
          } finally {
            await outbox.close();
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
