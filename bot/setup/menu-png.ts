import sharp from 'sharp';

/** LINE's limit ("Requirements for rich menu image"). */
export const MENU_PNG_MAX_BYTES = 1_000_000;
/** The pictures have a handful of flat colours and their edges. */
const COLOURS = 64;

/** The drawing as PNG. @throws RangeError when it is more than LINE takes: a programming error, found by the tests. */
export async function menuPng(svg: string): Promise<Buffer> {
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: COLOURS }).toBuffer();
  if (png.length > MENU_PNG_MAX_BYTES) throw new RangeError('a menu picture is larger than LINE takes');
  return png;
}
