import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MAX_INFLATED_BYTES, MAX_ZIP_PARTS } from './workbook-limits.ts';
import { WorkbookRefused } from './workbook-refusal.ts';

/** The parts of one zip file, read one at a time under a common limit on what comes out. */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the directory of the zip, nothing more. Throws WorkbookRefused when it is broken, cut off or encrypted. */
  static async open(bytes: Buffer): Promise<ZipParts> {
    try {
      const zip = await fromBufferPromise(bytes, {
        autoClose: false,
        lazyEntries: true,
        validateEntrySizes: true,
      });
      if (zip.entryCount > MAX_ZIP_PARTS) throw new WorkbookRefused('too-large-when-unpacked');
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new WorkbookRefused('password-protected');
        // Two parts of one name are how a file shows one thing to a checker and another to a reader.
        if (entries.has(entry.fileName)) throw new WorkbookRefused('damaged-file');
        entries.set(entry.fileName, entry);
      }
      return new ZipParts(zip, entries);
    } catch (error) {
      throw error instanceof WorkbookRefused ? error : new WorkbookRefused('damaged-file', { cause: error });
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * Gives the part's text (UTF-8) piece by piece as it is unpacked, so no part is ever in memory as a whole.
   * Throws WorkbookRefused 'too-large-when-unpacked' as soon as the parts read so far pass MAX_INFLATED_BYTES, by the size
   * the directory declares or by the bytes that really come out; 'damaged-file' when size or checksum do not match.
   */
  async readText(name: string, take: (piece: string) => void): Promise<void> {
    const entry = this.#entries.get(name);
    if (!entry) throw new WorkbookRefused('damaged-file');
    if (this.#inflated + entry.uncompressedSize > MAX_INFLATED_BYTES) {
      throw new WorkbookRefused('too-large-when-unpacked');
    }
    const decoder = new TextDecoder('utf-8');
    let checksum = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      // Leaving the loop by an exception destroys the stream: nothing more is unpacked.
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.#inflated += chunk.length;
        if (this.#inflated > MAX_INFLATED_BYTES) throw new WorkbookRefused('too-large-when-unpacked');
        checksum = crc32(chunk, checksum);
        take(decoder.decode(chunk, { stream: true }));
      }
      take(decoder.decode());
    } catch (error) {
      throw error instanceof WorkbookRefused ? error : new WorkbookRefused('damaged-file', { cause: error });
    }
    if (checksum !== entry.crc32) throw new WorkbookRefused('damaged-file');
  }

  close(): void {
    this.#zip.close();
  }
}
