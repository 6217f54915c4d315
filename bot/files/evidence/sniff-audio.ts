import type { ContentType } from './content-type.ts';

const ADTS_HEADER_BYTES = 7;
const MP3_HEADER_BYTES = 4;
/** Bit rates of layer III in kbit/s by their four bits: MPEG 1, then MPEG 2 and 2.5 (ISO 11172-3, 13818-3). */
const MP3_KBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
/** Sampling rates in Hz of MPEG 1 by their two bits; MPEG 2 has half, MPEG 2.5 a quarter of them. */
const MP3_HERTZ = [44_100, 48_000, 32_000] as const;

/**
 * AAC (ADTS) and MP3 without a tag begin with eleven or twelve set bits and nothing else to know them by, so a second
 * frame must stand exactly where the first one says it ends. Undefined for anything else.
 */
export function sniffFrames(bytes: Buffer): ContentType | undefined {
  const adts = adtsLength(bytes, 0);
  if (adts !== undefined) return adtsLength(bytes, adts) === undefined ? undefined : 'audio/aac';
  const mp3 = mp3Length(bytes, 0);
  if (mp3 !== undefined) return mp3Length(bytes, mp3) === undefined ? undefined : 'audio/mpeg';
  return undefined;
}

/** Length in bytes of the ADTS frame at `at` (ISO 13818-7), if one is there. */
function adtsLength(bytes: Buffer, at: number): number | undefined {
  if (at + ADTS_HEADER_BYTES > bytes.length || (bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined;
  const length = (bytes.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
  return length >= ADTS_HEADER_BYTES ? length : undefined;
}

/** Length in bytes of the layer III frame at `at`, if one is there. */
function mp3Length(bytes: Buffer, at: number): number | undefined {
  if (at + MP3_HEADER_BYTES > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  const version = (header >>> 19) & 3;
  const isLayer3 = ((header >>> 17) & 3) === 1;
  if (header >>> 21 !== 0x7ff || version === 1 || !isLayer3) return undefined;
  const isMpeg1 = version === 3;
  const kbits = MP3_KBITS[isMpeg1 ? 0 : 1][(header >>> 12) & 15];
  const hertz = MP3_HERTZ[(header >>> 10) & 3];
  if (!kbits || !hertz) return undefined;
  const rate = isMpeg1 ? hertz : hertz / (version === 2 ? 2 : 4);
  const padding = (header >>> 9) & 1;
  return Math.floor(((isMpeg1 ? 144 : 72) * kbits * 1000) / rate) + padding;
}
