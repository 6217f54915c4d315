import fc from 'fast-check';
import * as sdk from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { fromFirestore, toFirestore } from '../../bot/store/firestore-values.ts';
import { items } from './store-under-test.ts';

const encode = (data: object) => toFirestore(sdk, items, JSON.stringify(data));

test('an expiry is kept as a timestamp, the only thing Firestore sweeps by', () => {
  expect(encode({ group: 'a', expiresAt: 1_795_232_754_123 })).toStrictEqual({
    group: 'a',
    expiresAt: sdk.Timestamp.fromMillis(1_795_232_754_123),
  });
});

test('other fields, and the same name further down, stay numbers', () => {
  const data = { group: 'a', rank: 1_795_232_754_123, deeper: { expiresAt: 5 } };
  expect(encode(data)).toStrictEqual(data);
});

test.each([1.5, 1e300, -1e15])('the expiry %d is no time and is refused', (expiresAt) => {
  expect(() => encode({ expiresAt })).toThrow(expect.objectContaining({ code: 'misuse' }));
});

test('no array is directly in an array', () => {
  const nested = (value: unknown, inArray: boolean): boolean => {
    if (Array.isArray(value)) return inArray || value.some((one) => nested(one, true));
    return (
      typeof value === 'object' && value !== null && Object.values(value).some((one) => nested(one, false))
    );
  };
  expect(nested(encode({ a: [[1], [[2], { b: [[3]] }]] }), false)).toBe(false);
});

test('any JSON comes back as it was, also what looks like the form that arrays in arrays take', () => {
  const key = fc.constantFrom('[]', "'[]", "''[]", 'a', 'ก');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string(),
        fc.constant(null),
      ),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 2, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const json = JSON.stringify({ value });
      expect(JSON.parse(JSON.stringify(fromFirestore(sdk, toFirestore(sdk, items, json))))).toStrictEqual(
        JSON.parse(json),
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['empty', ''],
  ['reserved', '__x__'],
])('an %s field name is refused at any depth', (_what, key) => {
  expect(() => encode({ [key]: 1 })).toThrow(expect.objectContaining({ code: 'misuse' }));
  expect(() => encode({ a: [{ b: { [key]: 1 } }] })).toThrow(expect.objectContaining({ code: 'misuse' }));
});

test('values deeper in each other than Firestore allows are refused', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 21; level += 1) deep = { deep };
  expect(() => encode({ deep })).toThrow(expect.objectContaining({ code: 'misuse' }));
});

test('half an emoji, which has no UTF-8 form, becomes the sign for a broken character', () => {
  expect(encode({ 'a\ud83d': 'b\ud83d', c: '😀' })).toStrictEqual({ 'a\ufffd': 'b\ufffd', c: '😀' });
});
