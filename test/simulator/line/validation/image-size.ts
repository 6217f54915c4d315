export interface ImageFacts {
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_SIGNATURE = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_MARKERS_MAX = 1_000;

/** Reads kind and size of a PNG or JPEG from its bytes, not from what it is said to be; nothing for anything else. */
export function imageFacts(bytes: Buffer): ImageFacts | undefined {
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE) && bytes.length >= 24) {
    return {
      contentType: 'image/png',
      width: bytes.readUInt32BE(16),
      height: bytes.readUInt32BE(20),
    };
  }
  return bytes.subarray(0, 3).equals(JPEG_SIGNATURE) ? jpegFacts(bytes) : undefined;
}

/** A JPEG keeps its size in its start-of-frame segment (C0 to CF without C4, C8 and CC), behind other segments. */
function jpegFacts(bytes: Buffer): ImageFacts | undefined {
  let at = 2;
  for (let marker = 0; marker < JPEG_MARKERS_MAX && at + 9 <= bytes.length; marker += 1) {
    if (bytes[at] !== 0xff) return undefined;
    const kind = bytes[at + 1] ?? 0;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) {
      return {
        contentType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
