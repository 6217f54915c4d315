import { z } from 'zod';
import type { Files } from '../files/files.ts';
import { openCase } from '../sealing/opening/open-case.ts';
import type { PrivateKey } from '../sealing/opening/private-key.ts';
import { openFile, unwrapFile } from '../sealing/seal-file.ts';
import { ref, type Store } from '../store/store.ts';
import { type Case, caseParts, PIECE_CONTEXT, type PieceKind, subId, type ThreadEntry } from './records.ts';

const contentSchema = z.union([
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('file'),
    fileKey: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    isImage: z.boolean(),
    sizeBytes: z.number(),
    originalSha256: z.string(),
  }),
  z.object({ fileKey: z.string(), fileName: z.string(), isMissing: z.boolean() }),
]);
type Content = z.infer<typeof contentSchema>;
type FileContent = Extract<Content, { kind: 'file' }>;
type Layer = Extract<Content, { isMissing: boolean }>;

/** An attachment whose bytes can be fetched. */
export interface OpenedFile {
  readonly file: FileContent;
  /** The outer layer, put around it when the case was made. */
  readonly layer?: Layer;
}

/** What a citizen wrote, opened for an officer who may read it. Lives as long as one answer takes. */
export interface OpenedPieces {
  readonly texts: readonly { readonly field: PieceKind['field']; readonly text: string }[];
  readonly files: readonly OpenedFile[];
}

/** Opens cases. Made where the office's private key is, and given to the officers' routes only. */
export interface CaseOpener {
  case(caseId: string, found: Case): Promise<OpenedPieces>;
  thread(caseId: string, n: number, entry: ThreadEntry): Promise<OpenedPieces>;
  /** The bytes of an attachment; undefined when the file is gone. */
  bytes(opened: OpenedFile): Promise<Buffer | undefined>;
}

/** Makes the opener. `keyring` is asked each time, for keys change while the program runs. */
export function createCaseOpener(
  keyring: () => Promise<readonly PrivateKey[]>,
  store: Store,
  files: Files,
): CaseOpener {
  return {
    case: async (caseId, found) => {
      const parts = await Promise.all(
        Array.from({ length: found.partCount }, (_, n) => store.get(ref(caseParts, subId(caseId, n)))),
      );
      const wrapped = parts.flatMap((part) => part?.data.wrapped ?? []);
      const sealed = { caseKeyBoxes: found.caseKeyBoxes, wrapped };
      const opened = await openCase(await keyring(), sealed, { caseId, context: PIECE_CONTEXT });
      return sorted(opened, found.pieces);
    },
    thread: async (caseId, n, entry) => {
      const names = { caseId: subId(caseId, n), context: PIECE_CONTEXT };
      return sorted(await openCase(await keyring(), entry.office, names), entry.pieces);
    },
    bytes: async ({ file, layer }) => {
      const bytes = await files.get(layer?.fileName ?? file.fileName);
      if (!bytes) return undefined;
      const inner = layer ? unwrapFile({ bytes, fileKey: layer.fileKey }, layer.fileName) : bytes;
      return openFile({ bytes: inner, fileKey: file.fileKey }, file.fileName);
    },
  };
}

/** Tells texts and files apart; a layer belongs to the file before it. */
function sorted(opened: readonly Buffer[], kinds: readonly PieceKind[]): OpenedPieces {
  const texts: { field: PieceKind['field']; text: string }[] = [];
  const files: OpenedFile[] = [];
  for (const [n, bytes] of opened.entries()) {
    const content = contentSchema.parse(JSON.parse(bytes.toString('utf8')));
    const field = kinds[n]?.field ?? 'what';
    if ('isMissing' in content) {
      const file = files.pop();
      if (file) files.push({ ...file, layer: content });
    } else if (content.kind === 'text') texts.push({ field, text: content.text });
    else files.push({ file: content });
  }
  return { texts, files };
}
