import { describe, expect, it } from 'vitest';
import {
  type DisseminationEntry,
  orderWarnings,
  proofWarnings,
} from '../../../shared/notices/dissemination.ts';
import type { Day } from '../../../shared/thai/days.ts';

const entry = (
  channel: DisseminationEntry['channel'],
  day: string,
  more: Partial<DisseminationEntry> = {},
) => ({
  channel,
  day: day as Day,
  ...(channel === 'line' ? {} : { url: 'https://example.go.th' }),
  ...more,
});
const codes = (...entries: DisseminationEntry[]) => orderWarnings(entries).map(({ code }) => code);

describe('order and proof of a plan', () => {
  it('warns of what is missing and of the website coming first', () => {
    expect(codes()).toEqual(['line-missing', 'website-missing']);
    expect(codes(entry('line', '2026-07-01'))).toEqual(['website-missing']);
    expect(codes(entry('website', '2026-07-01'))).toEqual(['line-missing', 'website-first']);
    expect(codes(entry('website', '2026-07-01'), entry('line', '2026-07-02'))).toEqual(['website-first']);
    expect(codes(entry('line', '2026-07-01'), entry('website', '2026-07-02'))).toEqual([]);
  });

  it('asks for the time where both were on one day, and then goes by it', () => {
    const website = entry('website', '2026-07-01');
    expect(codes(entry('line', '2026-07-01', { atMs: 5 }), website)).toEqual(['order-unknown']);
    expect(codes(entry('line', '2026-07-01', { atMs: 5 }), { ...website, atMs: 6 })).toEqual([]);
    expect(codes(entry('line', '2026-07-01', { atMs: 7 }), { ...website, atMs: 6 })).toEqual([
      'website-first',
    ]);
  });

  it('goes by the first time in each place', () => {
    const late = entry('line', '2026-07-09');
    expect(codes(late, entry('line', '2026-07-01'), entry('website', '2026-07-02'))).toEqual([]);
  });

  it('asks for proof of everything but what the program sent itself', () => {
    const bare = { channel: 'board', day: '2026-07-01' as Day } as const;
    expect(proofWarnings([entry('line', '2026-07-01')])).toEqual([]);
    expect(proofWarnings([bare]).map(({ code }) => code)).toEqual(['proof-missing']);
    expect(proofWarnings([{ ...bare, pictureId: 'p' }])).toEqual([]);
  });
});
