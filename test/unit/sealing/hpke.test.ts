import { createECDH, randomBytes } from 'node:crypto';
import * as HPKE from 'hpke';
import { describe, expect, it } from 'vitest';
import { hpkeOpen, hpkeSeal, importHpkePair, publicBytesOf } from '../../../bot/sealing/hpke.ts';
import { openByTheBook, sealByTheBook } from './hpke-by-the-book.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0. */
const RFC = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  ikmE: hex('4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e'),
  skEm: hex('4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb'),
  ikmR: hex('668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550'),
  pkRm: hex(
    '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  ),
  skRm: hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
  enc: hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ),
  aad: hex('436f756e742d30'),
  plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
  ct: hex('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434'),
};

describe('HPKE', () => {
  it("derives, seals and opens as the RFC's own vector says", async () => {
    const suite = new HPKE.CipherSuite(
      HPKE.KEM_DHKEM_P256_HKDF_SHA256,
      HPKE.KDF_HKDF_SHA256,
      HPKE.AEAD_AES_128_GCM,
    );
    const pair = await suite.DeriveKeyPair(RFC.ikmR, true);
    expect(Buffer.from(await suite.SerializePrivateKey(pair.privateKey))).toEqual(RFC.skRm);
    expect(publicBytesOf(RFC.skRm)).toEqual(RFC.pkRm);
    expect(sealByTheBook(1, RFC.skEm, RFC.pkRm, RFC)).toEqual({ enc: RFC.enc, ct: RFC.ct });
    const opened = await suite.Open(await importHpkePair(RFC.skRm), RFC.enc, RFC.ct, {
      info: RFC.info,
      aad: RFC.aad,
    });
    expect(Buffer.from(opened)).toEqual(RFC.plain);
  });

  it("opens, with the program's AES-256 suite, what an independent sender sealed, and the other way round", async () => {
    const bound = { info: Buffer.from('prongsai/sealing/1/complaints/answer'), aad: Buffer.alloc(0) };
    const ephemeral = createECDH('prime256v1');
    ephemeral.generateKeys();
    const box = sealByTheBook(2, ephemeral.getPrivateKey(), RFC.pkRm, { plain: RFC.plain, ...bound });
    expect(await hpkeOpen(await importHpkePair(RFC.skRm), box, 'complaints/answer')).toEqual(RFC.plain);

    const ours = await hpkeSeal(RFC.pkRm, RFC.plain, 'complaints/answer');
    const asBuffers = { enc: Buffer.from(ours.enc), ct: Buffer.from(ours.ct) };
    expect(openByTheBook(2, RFC.skRm, asBuffers, bound)).toEqual(RFC.plain);
  });

  it('never gives the same bytes twice', async () => {
    const first = await hpkeSeal(RFC.pkRm, RFC.plain, 'x');
    const second = await hpkeSeal(RFC.pkRm, RFC.plain, 'x');
    expect(first.enc).not.toEqual(second.enc);
    expect(first.ct).not.toEqual(second.ct);
  });

  it('refuses what is no key, without saying what it was', async () => {
    const offCurve = Buffer.concat([Buffer.of(4), randomBytes(64)]);
    await expect(hpkeSeal(offCurve, RFC.plain, 'x')).rejects.toThrow(/^sealing: bad-key$/);
    expect(() => publicBytesOf(Buffer.alloc(32))).toThrow(/^sealing: bad-key$/);
    expect(() => publicBytesOf(Buffer.alloc(32, 0xff))).toThrow(/^sealing: bad-key$/);
    expect(() => publicBytesOf(Buffer.alloc(31, 1))).toThrow(/^sealing: bad-key$/);
  });

  it('keeps the private half where it cannot be taken out', async () => {
    const pair = await importHpkePair(RFC.skRm);
    expect(pair.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });
});
