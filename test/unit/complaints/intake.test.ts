import { describe, expect, it } from 'vitest';
import { stepIntake } from '../../../shared/complaints/intake.ts';
import type { IntakeInput } from '../../../shared/complaints/intake-input.ts';
import { GONE_MAX } from '../../../shared/complaints/intake-limits.ts';
import { IDLE, parseIntake } from '../../../shared/complaints/intake-state.ts';
import {
  at,
  atQuestion,
  attached,
  begin,
  draftOf,
  dropped,
  MINUTE_MS,
  pieceIdsOf,
  run,
  START_MS,
  said,
  skip,
  start,
} from './intake-samples.ts';

const HOUR_MS = 60 * MINUTE_MS;
const choice = (value: string): IntakeInput => ({ kind: 'choice', value });
const done: IntakeInput = { kind: 'done' };

describe('a guided complaint', () => {
  it('asks one question after the other and files what was answered', () => {
    const { state, effects } = run([
      start,
      begin,
      choice('procurement'),
      said(1),
      done,
      choice('กองช่าง'),
      said(2),
      said(3),
      done,
      said(4),
      done,
      skip,
      attached(5),
      done,
      skip,
      choice('nowhere'),
      { kind: 'file' },
    ]);
    expect(state).toEqual({ v: 1, step: 'filed' });
    expect(effects).toEqual([
      {
        kind: 'file',
        complaint: {
          category: 'procurement',
          accused: { kind: 'unit', unit: 'กองช่าง' },
          elsewhere: 'nowhere',
          pieces: [
            { field: 'who', pieceId: 'p1', kind: 'text' },
            { field: 'what', pieceId: 'p2', kind: 'text' },
            { field: 'what', pieceId: 'p3', kind: 'text' },
            { field: 'when', pieceId: 'p4', kind: 'text' },
            { field: 'evidence', pieceId: 'p5', kind: 'image' },
          ],
        },
      },
    ]);
  });

  it('stays at a question until the person goes on, so that a second line is no answer to the next one', () => {
    const { state, effects } = run([said(1), said(2)], atQuestion('when'));
    expect(state.step).toBe('when');
    expect(effects).toEqual([{ kind: 'kept-text', field: 'when', textsLeft: 1 }]);
  });

  it('keeps a story that is told where buttons are offered', () => {
    for (const [question, field] of [
      ['category', 'what'],
      ['whoUnit', 'who'],
      ['review', 'what'],
    ] as const) {
      const { state, effects } = run([said(1)], atQuestion(question));
      expect(draftOf(state)?.pieces[0]?.field).toBe(field);
      expect(effects.at(-1)).toEqual({ kind: 'ask', step: question });
    }
  });

  it('takes attachments at every question, a place as the answer to where', () => {
    const place: IntakeInput = { kind: 'attached', pieceId: 'p1', messageId: 'm1', fileKind: 'location' };
    expect(draftOf(run([place], atQuestion('where')).state)?.pieces[0]?.field).toBe('where');
    expect(draftOf(run([place], atQuestion('what')).state)?.pieces[0]?.field).toBe('evidence');
    expect(draftOf(run([attached(1)], atQuestion('where')).state)?.pieces[0]?.field).toBe('evidence');
  });

  it('takes nothing before the person agreed to start', () => {
    const { state, effects } = run([start, said(1)]);
    expect(pieceIdsOf(state)).toEqual([]);
    expect(effects).toEqual([
      { kind: 'drop-pieces', ids: ['p1'] },
      { kind: 'not-here' },
      { kind: 'ask', step: 'welcome' },
    ]);
  });

  it('refuses what is too long, empty or too much, and says which', () => {
    const what = atQuestion('what');
    expect(run([said(1, 4000)], what).effects[0]?.kind).toBe('kept-text');
    expect(run([said(1, 4001)], what).effects).toEqual([
      { kind: 'drop-pieces', ids: ['p1'] },
      { kind: 'too-long' },
    ]);
    expect(run([said(1, 0)], what).effects).toContainEqual({ kind: 'not-here' });
    const eleven = Array.from({ length: 11 }, (_, n) => said(n));
    expect(run(eleven, what).effects).toContainEqual({ kind: 'too-many-texts', field: 'what' });
    const files = Array.from({ length: 21 }, (_, n) => attached(n));
    const { state, effects } = run(files, what);
    expect(effects).toContainEqual({ kind: 'too-many-files' });
    expect(pieceIdsOf(state)).toHaveLength(20);
  });

  it('goes back to the review after an edit, by whichever way', () => {
    const review = atQuestion('review');
    const edit: IntakeInput = { kind: 'edit', question: 'whoUnit' };
    for (const leave of [skip, done, choice('head'), { kind: 'back' } as const])
      expect(run([edit, leave], review).state.step).toBe('review');
    expect(draftOf(run([edit, choice('head')], review).state)?.accused).toEqual({ kind: 'head' });
  });

  it('takes back one answer only', () => {
    const { state, all } = run([said(1), done, said(2), said(3), { kind: 'clear' }], atQuestion('when'));
    expect(pieceIdsOf(state)).toEqual(['p1']);
    expect(dropped(all)).toEqual(['p2', 'p3']);
    const unit = run([choice('กองคลัง'), { kind: 'back' }, { kind: 'clear' }], atQuestion('whoUnit'));
    expect(draftOf(unit.state)?.accused).toBeNull();
  });

  it('lets words about another office take the place of "nowhere"', () => {
    const { state } = run([choice('nowhere'), { kind: 'back' }, said(1)], atQuestion('elsewhere'));
    expect(draftOf(state)?.elsewhere).toBeNull();
  });

  it('refuses a unit the office does not have', () => {
    const { state, effects } = run([choice('กองลับ')], atQuestion('whoUnit'));
    expect(state.step).toBe('whoUnit');
    expect(effects[0]).toEqual({ kind: 'not-here' });
  });

  it('files nothing when there is not a word and not a file', () => {
    const { state, effects } = run([{ kind: 'file' }], atQuestion('review'));
    expect(state.step).toBe('review');
    expect(effects[0]).toEqual({ kind: 'nothing-to-file' });
  });

  it('shows the receipt until it is said to be saved, cancel included', () => {
    const filed = run([said(1), { kind: 'file' }], atQuestion('review')).state;
    for (const input of [{ kind: 'file' }, { kind: 'cancel' }, start, skip] as const) {
      const result = run([input], filed);
      expect(result).toMatchObject({ state: filed, effects: [{ kind: 'show-receipt' }] });
    }
    expect(run([done], filed)).toMatchObject({ state: IDLE, effects: [{ kind: 'receipt-saved' }] });
  });

  it('asks whether to go on when somebody starts while a draft is open', () => {
    const { state, effects } = run([said(1), start], atQuestion('what'));
    expect(effects).toEqual([{ kind: 'ask', step: 'paused' }]);
    expect(run([{ kind: 'resume' }], state).state.step).toBe('what');
    const fresh = run([{ kind: 'restart' }], state);
    expect(fresh.state.step).toBe('welcome');
    expect(dropped(fresh.all)).toEqual(['p1']);
    // The old draft's message, delivered once more, is not the first line of the new one.
    const again = run(
      [begin, { kind: 'said', pieceId: 'again', messageId: 'm1', lengthGraphemes: 9 }],
      fresh.state,
    );
    expect(pieceIdsOf(again.state)).toEqual([]);
  });

  it('forgets the oldest taken-back messages first, and never more than it can store', () => {
    const unsent = Array.from(
      { length: GONE_MAX + 5 },
      (_, n): IntakeInput => ({ kind: 'unsend', messageId: `m${n}` }),
    );
    const { state } = run(unsent, atQuestion('what'));
    expect(draftOf(state)?.gone).toHaveLength(GONE_MAX);
    expect(draftOf(state)?.gone.at(-1)).toBe(`m${GONE_MAX + 4}`);
  });
});

describe('a complaint that was left alone', () => {
  const draft = run([said(1)], atQuestion('what')).state;

  it('goes on as if nothing happened within half an hour', () => {
    expect(stepIntake(draft, done, at(START_MS + 30 * MINUTE_MS)).state.step).toBe('when');
  });

  it('asks after half an hour, and lets no old button answer', () => {
    for (const input of [done, { kind: 'back' }, { kind: 'restart' }, { kind: 'file' }] as const) {
      const { state, effects } = stepIntake(draft, input, at(START_MS + 31 * MINUTE_MS));
      expect(effects).toEqual([{ kind: 'ask', step: 'paused' }]);
      expect(pieceIdsOf(state)).toEqual(['p1']);
    }
  });

  it('keeps what is written while it asks', () => {
    const late = stepIntake(draft, said(2), at(START_MS + 31 * MINUTE_MS));
    expect(late.effects.map(({ kind }) => kind)).toEqual(['kept-text', 'ask']);
    const resumed = stepIntake(late.state, { kind: 'resume' }, at(START_MS + 32 * MINUTE_MS));
    expect(resumed.state.step).toBe('what');
    expect(pieceIdsOf(resumed.state)).toEqual(['p1', 'p2']);
  });

  it('is gone after a day, with all its pieces and the one that came too late', () => {
    const nowMs = START_MS + 24 * HOUR_MS + 1;
    expect(stepIntake(draft, said(2), at(nowMs))).toEqual({
      state: IDLE,
      effects: [
        { kind: 'drop-pieces', ids: ['p1'] },
        { kind: 'drop-pieces', ids: ['p2'] },
        { kind: 'expired' },
      ],
    });
    expect(stepIntake(draft, start, at(nowMs)).state.step).toBe('welcome');
  });

  it('does not grow younger when a clock is set back, nor older by an unsend', () => {
    const back = stepIntake(draft, done, at(START_MS - HOUR_MS)).state;
    expect(back).toMatchObject({ touchedAtMs: START_MS });
    const unsent = stepIntake(draft, { kind: 'unsend', messageId: 'm1' }, at(START_MS + HOUR_MS)).state;
    expect(unsent).toMatchObject({ touchedAtMs: START_MS, step: 'what' });
  });
});

describe('a stored complaint', () => {
  it('is read only in the version and form this program knows', () => {
    const state = run([said(1)], atQuestion('what')).state;
    expect(parseIntake(state)).toEqual(state);
    for (const other of [
      { ...state, v: 2 },
      { ...state, v: undefined },
      { ...state, step: 'gone' },
      { ...state, draft: { ...draftOf(state), pieces: [{ field: 'name' }] } },
      null,
      'idle',
      [],
    ])
      expect(parseIntake(other)).toBeUndefined();
  });

  it('holds no text: only ids, two choices and a time', () => {
    expect(run([said(1)], atQuestion('what')).state).toEqual({
      v: 1,
      step: 'what',
      editing: false,
      touchedAtMs: START_MS,
      draft: {
        category: null,
        accused: null,
        elsewhere: null,
        pieces: [{ field: 'what', pieceId: 'p1', messageId: 'm1', kind: 'text' }],
        gone: [],
      },
    });
  });
});
