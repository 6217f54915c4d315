import { createHash, randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_EVIDENCE_BYTES, MAX_IMAGE_SIDE } from '../../../bot/files/evidence/limits.ts';
import { prepareEvidence } from '../../../bot/files/evidence/prepare-evidence.ts';
import { safeHeaders } from '../../../bot/files/evidence/safe-headers.ts';
import { CANARIES, DOCX, ftyp, picture, taggedImage, zip } from './samples.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a JPEG of pixels alone cannot contain. */
const TRACES = [
  'Exif',
  'CANARY',
  'CanaryPhone',
  'ns.adobe.com',
  'xpacket',
  'ICC_PROFILE',
  'Photoshop',
  'PK\x03\x04',
  'run in DOS mode',
].map((text) => Buffer.from(text, 'latin1'));

async function expectClean(bytes: Buffer): Promise<Buffer> {
  const prepared = await prepareEvidence(bytes, 'image');
  if (prepared.kind !== 'image') return expect.fail(JSON.stringify(prepared));
  for (const trace of TRACES) expect(prepared.bytes.includes(trace), String(trace)).toBe(false);
  expect(prepared.originalSha256).toBe(sha256(bytes));
  const { exif, xmp, icc, iptc, comments, orientation, format } = await sharp(prepared.bytes).metadata();
  expect({ exif, xmp, icc, iptc, comments, orientation, format }).toEqual({ format: 'jpeg' });
  // Nothing hangs behind the end of the image.
  expect(prepared.bytes.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9));
  return prepared.bytes;
}

describe('an image taken as evidence', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('keeps nothing of %s but its pixels', async (format) => {
    const tagged = await taggedImage(format);
    // The sample must really carry what is to be gone.
    expect(tagged.includes(CANARIES.exif)).toBe(true);
    const before = await sharp(tagged).metadata();
    expect(before.xmp?.includes(CANARIES.xmp)).toBe(true);
    expect(before.icc).toBeDefined();
    await expectClean(tagged);
  });

  it('loses GPS position, comments and whatever hangs behind it', async () => {
    const jpeg = await taggedImage('jpeg');
    expect(jpeg.includes(CANARIES.gps)).toBe(true);
    const comment = Buffer.from(CANARIES.comment);
    const segment = Buffer.concat([Buffer.of(0xff, 0xfe, 0, comment.length + 2), comment]);
    await expectClean(
      Buffer.concat([
        jpeg.subarray(0, 2),
        segment,
        jpeg.subarray(2),
        Buffer.from(CANARIES.trailing),
        zip(['META-INF/MANIFEST.MF']),
        Buffer.from('MZ This program cannot be run in DOS mode.'),
      ]),
    );
  });

  it('loses hidden text chunks of PNG', async () => {
    const png = await picture(20, 10).png().toBuffer();
    const text = pngChunk('tEXt', Buffer.from(`Author\0${CANARIES.comment}`));
    await expectClean(
      Buffer.concat([png.subarray(0, 33), text, png.subarray(33), Buffer.from(CANARIES.trailing)]),
    );
  });

  it('stands upright afterwards, without the tag that said how to turn it', async () => {
    const clean = await expectClean(await taggedImage('jpeg', 6));
    const { width, height } = await sharp(clean).metadata();
    expect({ width, height }).toEqual({ width: 48, height: 64 });
  });

  it('is at most 2400 pixels a side and never enlarged', async () => {
    const large = await sharp(await expectClean(await picture(3000, 1500).jpeg().toBuffer())).metadata();
    expect([large.width, large.height]).toEqual([MAX_IMAGE_SIDE, MAX_IMAGE_SIDE / 2]);
    const small = await sharp(await expectClean(await picture(30, 20).png().toBuffer())).metadata();
    expect([small.width, small.height]).toEqual([30, 20]);
  });

  it('is clean also when it was sent as a file, and white where it was see-through', async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } });
    const prepared = await prepareEvidence(await clear.png().toBuffer(), 'file');
    if (prepared.kind !== 'image') return expect.fail(prepared.kind);
    const [red] = await sharp(prepared.bytes).raw().toBuffer();
    expect(red).toBeGreaterThan(250);
    return undefined;
  });

  it('of a moving picture is its first frame', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const clean = await expectClean(moving);
    const [red = 0, , blue = 0] = await sharp(clean).raw().toBuffer();
    expect(red).toBeGreaterThan(blue);
    expect((await sharp(clean).metadata()).height).toBe(8);
  });
});

describe('what is refused', () => {
  const reason = async (bytes: Uint8Array, kind: Parameters<typeof prepareEvidence>[1] = 'file') => {
    const prepared = await prepareEvidence(bytes, kind);
    return prepared.kind === 'refused' ? prepared.reason : prepared.kind;
  };

  it('a few bytes that claim more pixels than the machine has memory for', async () => {
    const bomb = pngOf(50_000, 50_000);
    expect(bomb.length).toBeLessThan(1000);
    expect(await reason(bomb, 'image')).toBe('too-many-pixels');
    const gif = Buffer.from(await picture(8, 8).gif().toBuffer());
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    const frame = gif.indexOf(Buffer.of(0x2c, 0, 0, 0, 0, 8, 0, 8, 0));
    gif.writeUInt32LE(0xffffffff, frame + 5);
    expect(await reason(gif, 'image')).toBe('too-many-pixels');
  });

  it('truncated and scrambled images', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await picture(200, 200)[format]().toBuffer();
      expect(await reason(whole.subarray(0, whole.length >> 1), 'image')).toBe('damaged');
      expect(await reason(whole.subarray(0, 12), 'image')).toMatch(/damaged|unknown-type/);
    }
    expect(await reason(Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), randomBytes(500)]), 'image')).toBe(
      'damaged',
    );
    expect(await reason(pngOf(100, 100), 'image')).toBe('damaged');
  });

  it('a program under the name of a photo, a drawing that is a page, formats with holes', async () => {
    expect(await reason(Buffer.from('MZ\x90\0', 'latin1'), 'image')).toBe('program');
    expect(await reason(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image')).toBe('web-page');
    expect(await reason(await picture(8, 8).tiff().toBuffer(), 'image')).toBe('unknown-type');
  });

  it('what is not what it was said to be', async () => {
    expect(await reason(Buffer.from('%PDF-1.7'), 'image')).toBe('mismatch');
    expect(await reason(await picture(8, 8).jpeg().toBuffer(), 'video')).toBe('mismatch');
    expect(await reason(zip(DOCX), 'audio')).toBe('mismatch');
    expect(await reason(ftyp('mp42'), 'audio')).toBe('file');
  });

  it('files over the limit of their kind', async () => {
    const over = (start: Buffer, limit: number): Buffer =>
      Buffer.concat([start, Buffer.alloc(limit - start.length + 1)]);
    const photo = await picture(8, 8).jpeg().toBuffer();
    expect(await reason(over(photo, MAX_EVIDENCE_BYTES.image))).toBe('too-large');
    expect(await reason(over(Buffer.from('%PDF-1.7'), MAX_EVIDENCE_BYTES.document))).toBe('too-large');
    expect(await reason(over(ftyp('isom'), MAX_EVIDENCE_BYTES.document))).toBe('file');
    expect(await reason(over(ftyp('isom'), MAX_EVIDENCE_BYTES.video))).toBe('too-large');
  });
});

describe('a document, recording or photo that cannot be cleaned', () => {
  it('is kept byte for byte, with the content type that was found', async () => {
    const pdf = Buffer.from('%PDF-1.7\nหลักฐาน');
    expect(await prepareEvidence(pdf, 'file')).toEqual({
      kind: 'file',
      contentType: 'application/pdf',
      bytes: pdf,
      originalSha256: sha256(pdf),
    });
    expect(await prepareEvidence(ftyp('heic'), 'image')).toMatchObject({ contentType: 'image/heic' });
  });
});

describe('the headers of a download', () => {
  it('let nothing run, be guessed, be shown in place or be kept', () => {
    expect(safeHeaders('application/pdf', 3)).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="evidence-3.pdf"',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringContaining('sandbox'),
      'Cache-Control': 'no-store',
    });
    for (const number of [0, -1, 1.5, Number.NaN]) {
      expect(() => safeHeaders('image/jpeg', number)).toThrow(RangeError);
    }
  });
});

/** A PNG that says it is so large and has the pixels of one line. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(101))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
