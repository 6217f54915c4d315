/** What a file is, told by its content. */
export type EvidenceKind = 'image' | 'document' | 'video' | 'audio';

interface TypeFacts {
  readonly kind: EvidenceKind;
  /** Ending of the name under which it is downloaded. */
  readonly extension: string;
}

/** Every content type that is taken. Nothing else is ever stored or sent out. */
export const CONTENT_TYPES = {
  'image/jpeg': { kind: 'image', extension: 'jpg' },
  'image/png': { kind: 'image', extension: 'png' },
  'image/webp': { kind: 'image', extension: 'webp' },
  'image/gif': { kind: 'image', extension: 'gif' },
  'image/heic': { kind: 'image', extension: 'heic' },
  'image/avif': { kind: 'image', extension: 'avif' },
  'application/pdf': { kind: 'document', extension: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'document',
    extension: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    kind: 'document',
    extension: 'xlsx',
  },
  'video/mp4': { kind: 'video', extension: 'mp4' },
  'video/quicktime': { kind: 'video', extension: 'mov' },
  'video/3gpp': { kind: 'video', extension: '3gp' },
  'audio/mp4': { kind: 'audio', extension: 'm4a' },
  'audio/aac': { kind: 'audio', extension: 'aac' },
  'audio/mpeg': { kind: 'audio', extension: 'mp3' },
  'audio/ogg': { kind: 'audio', extension: 'ogg' },
  'audio/amr': { kind: 'audio', extension: 'amr' },
  'audio/wav': { kind: 'audio', extension: 'wav' },
} as const satisfies Readonly<Record<string, TypeFacts>>;

export type ContentType = keyof typeof CONTENT_TYPES;

/**
 * Why a file is not taken. `program`: runs on a computer. `web-page`: HTML, SVG, XML or a script. `archive`: a packed
 * folder. `active-document`: an office file with macros or embedded programs. `old-office`: .doc, .xls, .ppt.
 * `two-types`: something else hides at its end. `mismatch`: not what LINE said it was.
 */
export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'too-many-pixels'
  | 'damaged'
  | 'program'
  | 'web-page'
  | 'archive'
  | 'active-document'
  | 'old-office'
  | 'two-types'
  | 'mismatch'
  | 'unknown-type';
