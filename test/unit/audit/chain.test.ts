import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditHash, auditId, canonicalJson, linkEntries } from '../../../bot/audit/chain.ts';
import { AUDIT_GENESIS, type AuditEntry } from '../../../bot/audit/records.ts';

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  );
}

const ENTRY: AuditEntry = { actor: { kind: 'program' }, action: 'a.b', subject: 's', detail: { n: 1 } };

describe('canonical JSON', () => {
  it('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is JSON of the same value, so that different values have different texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined, as the store does', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });
});

describe('linking', () => {
  it('counts on from the head, each entry naming the hash of the one before', () => {
    const { records, head } = linkEntries(AUDIT_GENESIS, [ENTRY, ENTRY, ENTRY], 5);
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(records.map(({ previousHash }) => previousHash)).toEqual([
      AUDIT_GENESIS.hash,
      records[0]?.hash,
      records[1]?.hash,
    ]);
    expect(head).toEqual({ seq: 3, hash: records[2]?.hash });
    for (const { hash, ...rest } of records) expect(auditHash(rest)).toBe(hash);
    expect(linkEntries(head, [], 6)).toEqual({ records: [], head });
  });

  it('names documents so that they sort as they count', () => {
    const ids = [1, 9, 10, 99, 100, 123_456].map(auditId);
    expect([...ids].sort()).toEqual(ids);
  });
});
