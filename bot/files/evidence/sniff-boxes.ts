import type { ContentType } from './content-type.ts';

/** The first box names the brands of a file (ISO 14496-12 section 4.3); real ones name a handful. */
const MAX_FTYP_BYTES = 512;

const BY_MAJOR_BRAND: Readonly<Record<string, ContentType>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic',
  hevx: 'image/heic',
  mif1: 'image/heic',
  msf1: 'image/heic',
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  'qt  ': 'video/quicktime',
};
const MP4_BRAND = /^(isom|iso[2-9a-c]|mp4[12]|avc1|dash|M4V |M4VP|MSNV|f4v )$/;
const THREE_GP_BRAND = /^3g[2epgrs][0-9a-z]$/;

/** The type of a file in the boxes of MP4 and its relatives; undefined when it is none we know. */
export function sniffBoxes(bytes: Buffer): ContentType | undefined {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const length = bytes.readUInt32BE(0);
  if (length < 16 || length > MAX_FTYP_BYTES || length > bytes.length) return undefined;
  const major = bytes.toString('latin1', 8, 12);
  const known = BY_MAJOR_BRAND[major];
  if (known) {
    // AVIF may call itself by the general name and give its own among the others.
    const isAvif = major === 'mif1' && bytes.toString('latin1', 16, length).includes('avif');
    return isAvif ? 'image/avif' : known;
  }
  if (MP4_BRAND.test(major)) return 'video/mp4';
  return THREE_GP_BRAND.test(major) ? 'video/3gpp' : undefined;
}
