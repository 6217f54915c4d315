import { picture } from '../unit/evidence/samples.ts';

/** A file whose hidden places carry a word. */
export interface MarkedFile {
  readonly name: string;
  readonly kind: 'file' | 'image' | 'audio';
  readonly bytes: Buffer;
}

/** A photo with the word in EXIF, XMP and after its end, a PDF with it as the author, and a recording called by it. */
export async function markedFiles(word: string): Promise<readonly MarkedFile[]> {
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${word}-xmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const photo = await picture(64, 48)
    .withExif({ IFD0: { Artist: `${word}-exif`, Make: `${word}-make` } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  return [
    { name: `${word}-photo.jpg`, kind: 'image', bytes: Buffer.concat([photo, Buffer.from(`${word}-tail`)]) },
    { name: `${word}-scan.pdf`, kind: 'file', bytes: pdfBy(`${word}-author`) },
    { name: `${word}-voice.m4a`, kind: 'audio', bytes: recording(`${word}-title`) },
  ];
}

function pdfBy(author: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    `<< /Author (${author}) /Producer (${author}) >>`,
  ].map((body, n) => `${n + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R /Info 4 0 R >>\n%%EOF\n`);
}

/** The first box of an M4A file, and a free box that carries the title. */
function recording(title: string): Buffer {
  const free = Buffer.from(title);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + free.length, 0);
  const ftyp = Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0M4A mp42', 'latin1');
  return Buffer.concat([ftyp, size, Buffer.from('free'), free]);
}
