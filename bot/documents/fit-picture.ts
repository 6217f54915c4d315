import { DocumentRefused } from './document-refused.ts';

type Sharp = typeof import('sharp')['default'];

/** On paper 16 cm wide this is some 250 dots an inch; a phone's photo is three times as wide. */
const MAX_SIDE_PIXELS = 1_600;
/** As many as a phone's camera makes; more would only fill the memory. */
const MAX_INPUT_PIXELS = 100_000_000;
const MAX_SECONDS = 20;
const JPEG_QUALITY = 82;
/** Loaders of what phones send; all others of the library are switched off. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((name) => `VipsForeignLoad${name}`);

/** A picture as documents hold it. */
export interface FittedPicture {
  readonly jpeg: Buffer;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

let loaded: Promise<Sharp> | undefined;

/** On first use: the library takes a tenth of a second and 20 MB that most processes never need. */
function loadSharp(): Promise<Sharp> {
  loaded ??= import('sharp').then((module) => {
    const sharp = module.default;
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    return sharp;
  });
  return loaded;
}

/**
 * A picture anew as JPEG, upright, on white, at most 1600 pixels a side: small enough to be sent, and without the place,
 * time and camera that a photo carries. Throws DocumentRefused `picture-unreadable` when it is none, or has too many pixels.
 */
export async function fitPicture(bytes: Uint8Array): Promise<FittedPicture> {
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, pages: 1 })
      .autoOrient()
      .resize({ width: MAX_SIDE_PIXELS, height: MAX_SIDE_PIXELS, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: JPEG_QUALITY })
      .timeout({ seconds: MAX_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, widthPixels: info.width, heightPixels: info.height };
  } catch {
    // The library's text may quote the file.
    throw new DocumentRefused('picture-unreadable');
  }
}
