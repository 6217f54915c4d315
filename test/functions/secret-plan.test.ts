import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KeptSecrets,
  type KeyLine,
  type KeysInUse,
  type LocalSecrets,
  planSecrets,
  type SecretStep,
} from '../../functions/deploy/secret-plan.ts';

const key = fc.integer({ min: 1, max: 3 }).map((byte) => Buffer.alloc(32, byte));
const maybeKey = fc.option(key, { nil: undefined });
const text = fc.constantFrom('one', 'two').map((value) => Buffer.from(value));
const ring = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  .map((ids): readonly KeyLine[] => ids.map((keyId) => ({ keyId, line: `line of ${keyId}` })));
const local: fc.Arbitrary<LocalSecrets> = fc.record({
  line: fc.record({ LINE_CHANNEL_SECRET: text, LINE_CHANNEL_ACCESS_TOKEN: text }),
  keys: fc.record({ CONVERSATION_KEY: maybeKey, RECEIPT_KEY: maybeKey }),
  keyring: ring,
});
const maybeText = fc.option(text, { nil: undefined });
const kept: fc.Arbitrary<KeptSecrets> = fc.record({
  line: fc.record({ LINE_CHANNEL_SECRET: maybeText, LINE_CHANNEL_ACCESS_TOKEN: maybeText }),
  keys: fc.record({ CONVERSATION_KEY: maybeKey, RECEIPT_KEY: maybeKey }),
  keyring: fc.option(ring, { nil: undefined }),
});
const inUse: fc.Arbitrary<KeysInUse> = fc.record({
  keys: fc.record({ CONVERSATION_KEY: fc.boolean(), RECEIPT_KEY: fc.boolean() }),
  sealingKeyId: fc.option(fc.constantFrom('a', 'e'), { nil: undefined }),
});

const stepOf = (steps: readonly SecretStep[], name: string): SecretStep =>
  steps.find((one) => one.name === name) ?? expect.fail(`no step for ${name}`);

describe('the plan for the secrets', () => {
  it('decides of each of the five once', () => {
    fc.assert(
      fc.property(local, kept, inUse, (here, there, used) => {
        const names = planSecrets(here, there, used).map(({ name }) => name);
        expect(new Set(names).size).toBe(5);
        expect(names).toHaveLength(5);
      }),
    );
  });

  it('never puts or makes a key where one is kept, and makes none while documents need another', () => {
    fc.assert(
      fc.property(local, kept, inUse, (here, there, used) => {
        const steps = planSecrets(here, there, used);
        for (const name of ['CONVERSATION_KEY', 'RECEIPT_KEY'] as const) {
          const { kind } = stepOf(steps, name);
          if (there.keys[name]) expect(['right', 'stop']).toContain(kind);
          if (kind === 'make') expect([here.keys[name], used.keys[name]]).toEqual([undefined, false]);
          const differs = here.keys[name] && there.keys[name] && !here.keys[name].equals(there.keys[name]);
          expect(kind === 'stop').toBe(differs || (!here.keys[name] && !there.keys[name] && used.keys[name]));
        }
      }),
    );
  });

  it('the keyring never loses a key that either place has, nor is put when it would be the same', () => {
    fc.assert(
      fc.property(local, kept, inUse, (here, there, used) => {
        const step = stepOf(planSecrets(here, there, used), 'OFFICE_KEYRING');
        const all = new Set([...here.keyring, ...(there.keyring ?? [])].map(({ line }) => line));
        const isLost = used.sealingKeyId !== undefined && !all.has(`line of ${used.sealingKeyId}`);
        if (isLost) {
          expect(step.kind).toBe('stop');
          return;
        }
        const after = step.kind === 'put' ? step.value.toString().split('\n').filter(Boolean) : undefined;
        if (after) expect(after.toSorted()).toEqual([...all].toSorted());
        else expect(new Set(there.keyring?.map(({ line }) => line))).toEqual(all);
        if (step.kind === 'put') {
          expect(step.value.length).toBeGreaterThan(0);
          if (there.keyring) expect(all.size).toBeGreaterThan(there.keyring.length);
        }
      }),
    );
  });
});
