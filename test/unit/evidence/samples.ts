import sharp, { type Sharp } from 'sharp';

/** Words that must not survive; each stands in another place of the image file. */
export const CANARIES = {
  exif: 'CANARY-EXIF-Somchai',
  gps: 'CANARY-GPS-REF',
  xmp: 'CANARY-XMP-author',
  comment: 'CANARY-COMMENT-text',
  trailing: 'CANARY-TRAILING-bytes',
} as const;

/** A photo-like picture: a gradient, so that orientation and size can be seen. */
export function picture(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      pixels[at] = Math.round((x / width) * 255);
      pixels[at + 1] = Math.round((y / height) * 255);
      pixels[at + 2] = (x * y) % 251;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** With everything a camera and an editor leave in a file: EXIF with GPS and orientation, XMP, a colour profile. */
export async function taggedImage(format: 'jpeg' | 'png' | 'webp', orientation = 1): Promise<Buffer> {
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${CANARIES.xmp}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  return picture(64, 48)
    .withMetadata({ orientation, icc: 'p3' })
    .withExif({
      IFD0: { Copyright: CANARIES.exif, Make: 'CanaryPhone', Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: CANARIES.gps,
        GPSLatitude: '14/1 28/1 3141/100',
        GPSLongitude: '100/1 7/1 2/1',
      },
    })
    .withXmp(xmp)
    [format]()
    .toBuffer();
}

/** A zip file with empty entries of these names, stored. */
export function zip(names: readonly string[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, bytes);
    directory.push(entry, bytes);
    offset += local.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, list, end, Buffer.from(comment)]);
}

export const DOCX = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
export const XLSX = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];

/** The first box of MP4 and its relatives. */
export function ftyp(major: string, ...compatible: string[]): Buffer {
  const brands = Buffer.from(`${major}\0\0\0\0${compatible.join('')}`, 'latin1');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + brands.length, 0);
  head.write('ftyp', 4, 'latin1');
  return Buffer.concat([head, brands, Buffer.from('\0\0\0\x08free', 'latin1')]);
}

/** Two MP3 frames, MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes each. */
export function mp3Frames(): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat([frame, frame]);
}

/** Two AAC frames of 100 bytes with ADTS headers. */
export function aacFrames(): Buffer {
  const frame = Buffer.alloc(100);
  frame.writeUInt16BE(0xfff1, 0);
  frame[2] = 0x50;
  frame.writeUIntBE(0x800000 | (100 << 5), 3, 3);
  return Buffer.concat([frame, frame]);
}
