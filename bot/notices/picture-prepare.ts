import { PICTURE_SIDE_MAX } from '../../shared/notices/notice-limits.ts';
import { MAX_IMAGE_SECONDS } from '../files/evidence/limits.ts';
import { prepareEvidence } from '../files/evidence/prepare-evidence.ts';

/** JPEG quality on a card: small print stays readable, and a village's network does not wait long. */
const QUALITY = 80;

/** A picture fit for a card: nothing but pixels, upright, as JPEG, at most LINE's size. */
export type PreparedPicture =
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly width: number; readonly height: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' };

/**
 * Judges a picture by its content and makes it anew twice: by the judge of sent files, which takes away everything but the
 * pixels, then in the size that cards take.
 */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const judged = await prepareEvidence(bytes, 'image');
  if (judged.kind === 'refused') {
    const tooLarge = judged.reason === 'too-large' || judged.reason === 'too-many-pixels';
    return { kind: tooLarge ? 'too-large' : 'damaged' };
  }
  // Formats that the program cannot make anew (HEIC, AVIF) would also not be shown by LINE.
  if (judged.kind !== 'image') return { kind: 'damaged' };
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(judged.bytes)
    .resize({ width: PICTURE_SIDE_MAX, height: PICTURE_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .timeout({ seconds: MAX_IMAGE_SECONDS })
    .toBuffer({ resolveWithObject: true });
  return { kind: 'picture', bytes: data, width: info.width, height: info.height };
}

/** Whether the bytes are a PDF by their first letters; a viewer judges the rest. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}
