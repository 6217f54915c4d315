import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { open } from '../../../bot/sealing/opening/open.ts';
import {
  makeReplyChannel,
  openReply,
  sealReply,
  unlockReplyKey,
} from '../../../bot/sealing/reply-channel.ts';
import { flipBit, makeKey } from './make-key.ts';

const REPLY = 'ขอวันที่และสถานที่เพิ่มเติม';

describe('the reply channel of a case', () => {
  it('opens a reply with the key of the code and with nothing else', async () => {
    const lock = randomBytes(32);
    const channel = await makeReplyChannel(lock);
    const sealed = await sealReply(channel.publicKey, REPLY);
    expect(await openReply(await unlockReplyKey(channel, lock), sealed)).toBe(REPLY);
    await expect(unlockReplyKey(channel, randomBytes(32))).rejects.toThrow(/rejected/);
    const office = await makeKey();
    await expect(open(office, sealed, 'complaints/reply')).rejects.toThrow(/wrong-key/);
  });

  it('holds no private key in the clear', async () => {
    const channel = await makeReplyChannel(randomBytes(32));
    // 12 bytes nonce, 32 key, 16 tag: nothing else, so nothing in the clear.
    expect(Buffer.from(channel.lockedKey, 'base64url')).toHaveLength(60);
  });

  it('rejects the locked key of another case, and any change of it', async () => {
    const lock = randomBytes(32);
    const one = await makeReplyChannel(lock);
    const two = await makeReplyChannel(lock);
    await expect(unlockReplyKey({ ...one, lockedKey: two.lockedKey }, lock)).rejects.toThrow(/rejected/);
    await expect(unlockReplyKey({ ...one, publicKey: two.publicKey }, lock)).rejects.toThrow(/rejected/);
    for (let at = 0; at < one.lockedKey.length; at += 1) {
      const changed = { ...one, lockedKey: flipBit(one.lockedKey, at, at % 6) };
      await expect(unlockReplyKey(changed, lock)).rejects.toThrow(/^sealing:/);
    }
  });

  it('tells a reply of another case from a broken one', async () => {
    const lock = randomBytes(32);
    const [one, two] = [await makeReplyChannel(lock), await makeReplyChannel(lock)];
    const sealed = await sealReply(one.publicKey, REPLY);
    await expect(openReply(await unlockReplyKey(two, lock), sealed)).rejects.toThrow(/wrong-key/);
    const changed = { ...sealed, ct: flipBit(sealed.ct, 9, 1) };
    await expect(openReply(await unlockReplyKey(one, lock), changed)).rejects.toThrow(/^sealing:/);
  });
});
