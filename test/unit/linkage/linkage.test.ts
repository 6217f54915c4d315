import { beforeAll, describe, expect, it } from 'vitest';
import { officeKeys } from '../../../bot/office-keys.ts';
import { CONVERSATION_SECRET } from '../../faults/complaint-world.ts';
import { featuresOfCases, featuresOfPeople, openedFlow } from './attacker.ts';
import { FILERS, hundredCases, type Stolen } from './hundred-cases.ts';
import { correlation, rightGuesses } from './matching.ts';

const SEEDS = [11, 12, 13];
/**
 * A blind thief is right once in a hundred guesses: 3 of 300, Poisson. 17 or more happen by chance once in 10^8, and about a
 * hundred ways are tried.
 */
const MAX_RIGHT = 16;
/** With 100 pairs chance gives a standard deviation of 0.1; the mean of three seeds 0.058. Six of those are one in 10^9. */
const MAX_MEAN_CORRELATION = 0.35;

describe('a thief with the whole database, the conversation key and the list of people', () => {
  const worlds: Stolen[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) worlds.push(await hundredCases(seed));
  }, 240_000);

  /** Every number of a person against every number of a case, over all seeds. */
  function everyWay() {
    const tried = worlds.map((stolen) => ({
      people: featuresOfPeople(stolen),
      cases: featuresOfCases(stolen),
      caseOf: stolen.caseOf,
    }));
    const [first] = tried;
    return [...(first?.people.keys() ?? [])].flatMap((ofPerson) =>
      [...(first?.cases.keys() ?? [])].map((ofCase) => {
        const pairs = tried.map(({ people, cases, caseOf }) => ({
          person: people.get(ofPerson) ?? new Map<string, number>(),
          case: cases.get(ofCase) ?? new Map<string, number>(),
          caseOf,
        }));
        const right = pairs.reduce((sum, one) => sum + rightGuesses(one.person, one.case, one.caseOf), 0);
        const all = pairs.reduce((sum, one) => sum + correlation(one.person, one.case, one.caseOf), 0);
        return { way: `${ofPerson} of the person, ${ofCase} of the case`, right, mean: all / pairs.length };
      }),
    );
  }

  it('sees a hundred cases of a hundred people, and finds the person behind a case that is known', () => {
    for (const { caseOf, database } of worlds) {
      expect(new Set(caseOf.values()).size).toBe(FILERS);
      expect(database.get('cases')).toHaveLength(FILERS);
      expect(database.get('pool')).toEqual([]);
      expect(database.get('pieces')).toEqual([]);
      // The measure itself sees a link where there is one.
      const people = new Map([...caseOf.keys()].map((userId, n) => [userId, n]));
      const cases = new Map([...caseOf.values()].map((caseId, n) => [caseId, n]));
      expect(rightGuesses(people, cases, caseOf)).toBe(FILERS);
      expect(correlation(people, cases, caseOf)).toBeCloseTo(1);
    }
  });

  it('matches persons and cases by rank no better than chance, whatever is ranked', () => {
    expect(everyWay().filter(({ right }) => right > MAX_RIGHT)).toEqual([]);
  });

  it('finds no number of a person that goes up or down with a number of the case', () => {
    expect(everyWay().filter(({ mean }) => Math.abs(mean) > MAX_MEAN_CORRELATION)).toEqual([]);
  });

  it('opens what conversations are left, and finds nothing of a case in them', () => {
    const keys = officeKeys(CONVERSATION_SECRET);
    let opened = 0;
    for (const { userIds, database, caseOf } of worlds) {
      const rowOf = new Map(database.get('conversations')?.map((row) => [row.id, row]));
      const facts = [...(database.get('cases') ?? []), ...(database.get('receipts') ?? [])].flatMap(
        ({ id, data }) => [id, ...strings(data)],
      );
      const telling = new Set(facts.filter((fact) => fact.length > 20));
      for (const userId of userIds) {
        const flow = openedFlow(rowOf.get(keys.conversationId(userId)), userId);
        if (flow !== undefined) opened += 1;
        const text = JSON.stringify(flow ?? '');
        expect(text).not.toContain(caseOf.get(userId));
        for (const fact of telling) expect(text.includes(fact)).toBe(false);
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  it('finds no ciphertext, piece or file of an earlier copy again', () => {
    for (const { earlier, database, files } of worlds) {
      const before = [...(earlier.get('pieces') ?? [])];
      expect(before.length).toBeGreaterThan(FILERS);
      const now = [...database.values()]
        .flat()
        .map(({ id, json }) => `${id}${json}`)
        .join('\n');
      const names = [...files.keys()].join('\n');
      for (const { id, data } of before) {
        const { enc, ct } = data['sealed'] as { enc: string; ct: string };
        for (const part of [id, enc, ct.slice(0, 64)]) expect(now.includes(part)).toBe(false);
        const name = data['fileName'];
        if (typeof name === 'string') expect(`${now}${names}`.includes(name)).toBe(false);
      }
    }
  });

  it('finds no moment in what is stored about a case: days, and the hour of the batch', () => {
    for (const { database } of worlds) {
      for (const table of ['cases', 'caseLines', 'caseNumbers', 'caseParts', 'caseThread', 'receipts']) {
        for (const { json } of database.get(table) ?? []) expect(json).not.toMatch(/:1[78]\d{11}\b/);
      }
    }
  });
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}
