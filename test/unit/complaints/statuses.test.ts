import { describe, expect, it } from 'vitest';
import type { StatusId } from '../../../shared/complaints/status-id.ts';
import { isStatus, mayFollow, nextSteps, STATUSES, statusOf } from '../../../shared/complaints/statuses.ts';

const ids = STATUSES.map(({ id }) => id);
const reachable = (from: StatusId): Set<StatusId> => {
  const reached = new Set<StatusId>([from]);
  for (const id of reached) for (const next of statusOf(id).next) reached.add(next);
  return reached;
};

describe('the table of statuses', () => {
  it('reaches every status from received', () => {
    expect(reachable('received')).toEqual(new Set(ids));
  });

  it('leads from every status to a finished one', () => {
    for (const id of ids) expect([...reachable(id)].some((each) => statusOf(each).isFinished)).toBe(true);
  });

  it('lets a finished case end: only taking it up again follows, and never silently', () => {
    for (const { id, next, isFinished } of STATUSES) {
      if (!isFinished) continue;
      for (const each of next) {
        expect(['disputed', 'reopened'], id).toContain(each);
        expect(statusOf(each).needsReason).toBe(true);
        expect(statusOf(each).stopsClock).toBe(false);
      }
    }
  });

  it('gives the complainant one move, where the office has answered and could do more', () => {
    for (const { id, next } of STATUSES) {
      const moves = nextSteps(id, 'complainant').map((status) => status.id);
      const answers: StatusId[] = ['result-told', 'closed', 'not-accepted'];
      expect(moves).toEqual(answers.includes(id) ? ['disputed'] : []);
      expect(next).not.toContain(id);
    }
  });

  it('goes from a disputed case back to work or to a close with words', () => {
    expect(mayFollow('closed', 'disputed', 'complainant')).toBe(true);
    expect(mayFollow('closed', 'disputed', 'officer')).toBe(false);
    expect(mayFollow('disputed', 'reopened', 'officer')).toBe(true);
    expect(mayFollow('reopened', 'fact-finding', 'officer')).toBe(true);
    expect(statusOf('closed').needsReason).toBe(true);
  });

  it('stops the clock wherever a case counts as finished, and nowhere before an answer', () => {
    for (const { id, isFinished, stopsClock } of STATUSES) {
      if (isFinished) expect(stopsClock, id).toBe(true);
    }
    expect(STATUSES.filter(({ stopsClock }) => stopsClock).map(({ id }) => id)).toEqual([
      'result-told',
      'closed',
      'forwarded',
      'not-accepted',
    ]);
  });

  it('lets mayFollow say the same as the table for every pair', () => {
    for (const from of ids) {
      for (const to of ids) {
        const allowed = (['officer', 'complainant'] as const).filter((by) => mayFollow(from, to, by));
        expect(allowed).toEqual(statusOf(from).next.includes(to) ? [statusOf(to).setBy] : []);
      }
    }
  });

  it('says each status in one or two sentences, and knows no other', () => {
    for (const { plainWords, label } of STATUSES) {
      expect(label).not.toBe('');
      expect(plainWords.length).toBeLessThanOrEqual(120);
    }
    for (const other of ['', 'Closed', '__proto__']) expect(isStatus(other)).toBe(false);
  });
});
