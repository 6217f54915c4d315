import { describe, expect, it } from 'vitest';
import { openCase } from '../../../bot/sealing/opening/open-case.ts';
import { rewrapCase } from '../../../bot/sealing/opening/rewrap-case.ts';
import { type Sealed, seal } from '../../../bot/sealing/seal.ts';
import { wrapForCase } from '../../../bot/sealing/wrap-for-case.ts';
import { flipBit, makeKey } from './make-key.ts';

const NAMES = { caseId: '2567-0042', context: 'complaints/answer' };
const ANSWERS = ['จัดซื้อจัดจ้าง', 'นายสมมติ ตำแหน่งช่าง', 'ที่สะพานบ้านตัวอย่าง'];

describe('a sealed case', async () => {
  const office = await makeKey();
  const second = await makeKey();
  const draft = await Promise.all(ANSWERS.map((text) => seal(office, Buffer.from(text), NAMES.context)));
  const read = async (...args: Parameters<typeof openCase>): Promise<string[]> =>
    (await openCase(...args)).map(String);

  it('opens with the office key, in order', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    expect(await read([office], filed, NAMES)).toEqual(ANSWERS);
  });

  it('carries no part of the draft, and no two filings of one draft have a part in common', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    const again = await wrapForCase(NAMES, draft, [office]);
    const bytes = filed.wrapped.map((text) => Buffer.from(text, 'base64url'));
    for (const piece of draft) {
      for (const part of [piece.enc, piece.ct]) {
        const inner = Buffer.from(part, 'base64url').subarray(0, 16);
        expect(bytes.some((outer) => outer.includes(inner))).toBe(false);
      }
    }
    expect(filed.wrapped.some((text) => again.wrapped.includes(text))).toBe(false);
  });

  it('is gone for good once the boxes of its key are gone, for the office too', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    await expect(openCase([office], { ...filed, caseKeyBoxes: [] }, NAMES)).rejects.toThrow(/wrong-key/);
    const others = await wrapForCase(NAMES, draft, [office]);
    const swapped = { ...filed, caseKeyBoxes: others.caseKeyBoxes };
    await expect(openCase([office], swapped, NAMES)).rejects.toThrow(/rejected/);
  });

  it('rejects pieces that were changed, swapped, left out, added or moved to another case or purpose', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    const [a = '', b = '', c = ''] = filed.wrapped;
    for (const wrapped of [[b, a, c], [a, b], [a, b, c, c], [a, b, flipBit(c, 40, 0)], []]) {
      await expect(openCase([office], { ...filed, wrapped }, NAMES)).rejects.toThrow(/rejected|malformed/);
    }
    await expect(openCase([office], filed, { ...NAMES, caseId: '2567-0043' })).rejects.toThrow(/rejected/);
    await expect(openCase([office], filed, { ...NAMES, context: 'x' })).rejects.toThrow(/rejected/);
  });

  it('opens for nobody but its recipients', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    await expect(openCase([second], filed, NAMES)).rejects.toThrow(/wrong-key/);
    await expect(wrapForCase(NAMES, draft, [])).rejects.toThrow(RangeError);
  });

  it('sealed anew, needs the old key no more, gives every recipient all of it, and can be sealed anew again', async () => {
    const filed = await wrapForCase(NAMES, draft, [office]);
    const moved = await rewrapCase([office], filed, NAMES, [second]);
    expect(await read([second], moved, NAMES)).toEqual(ANSWERS);
    await expect(openCase([office], moved, NAMES)).rejects.toThrow(/wrong-key/);
    const third = await makeKey();
    const shared = await rewrapCase([second], moved, NAMES, [third, office]);
    expect(await read([third], shared, NAMES)).toEqual(ANSWERS);
    expect(await read([office], shared, NAMES)).toEqual(ANSWERS);
    expect(shared.wrapped[0]?.length).toBe(moved.wrapped[0]?.length);
  });

  it('does not take a piece that was never sealed', async () => {
    const strange = { keyId: 'zz', enc: 'AQ', ct: 'AQ' } satisfies Sealed;
    await expect(wrapForCase(NAMES, [strange], [office])).rejects.toThrow(/malformed/);
  });
});
