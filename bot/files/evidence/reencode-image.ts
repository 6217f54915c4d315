import { MAX_IMAGE_PIXELS, MAX_IMAGE_SECONDS, MAX_IMAGE_SIDE } from './limits.ts';

type Sharp = typeof import('sharp')['default'];

/** JPEG quality: small print in a photographed page stays readable. */
const QUALITY = 82;
/** The loaders of the four formats that are re-encoded; all others of the library are switched off. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((name) => `VipsForeignLoad${name}`);

let loaded: Promise<Sharp> | undefined;

/** The image library, on first use: it takes a tenth of a second and 20 MB that most processes never need. */
function loadSharp(): Promise<Sharp> {
  loaded ??= import('sharp').then((module) => {
    const sharp = module.default;
    // SVG reads files and fonts, TIFF and HEIF have had the most holes: whatever the first bytes said, they stay shut.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    // What a person sent does not stay in the memory of the process.
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/**
 * An image anew, as JPEG of at most 2400 pixels a side, upright, on white: place, time, camera, author, colour profile,
 * preview and whatever hung behind it are gone, because only the pixels are carried over. Of moving images the first
 * frame. `too-many-pixels` and `damaged` are told without trying further.
 */
export async function reencodeImage(bytes: Uint8Array): Promise<Buffer | 'too-many-pixels' | 'damaged'> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width: MAX_IMAGE_SIDE, height: MAX_IMAGE_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: MAX_IMAGE_SECONDS })
      .toBuffer();
  } catch (error) {
    // The library's text is judged and not passed on: it may quote the file.
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'too-many-pixels' : 'damaged';
  }
}
