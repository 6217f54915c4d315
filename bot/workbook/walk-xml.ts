import { Parser } from 'saxen';
import { WorkbookRefused } from './workbook-refusal.ts';
import type { ZipParts } from './zip-parts.ts';

/** What is done at each tag and text. Names come without namespace prefix: writers differ ("row", "x:row"). */
export interface XmlHandlers {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Walks one XML part of the zip while it is unpacked. External entities and document types are never followed.
 * Throws WorkbookRefused 'damaged-file' for XML that is not well formed, and whatever the handlers or the zip throw.
 */
export async function walkXml(parts: ZipParts, name: string, handlers: XmlHandlers): Promise<void> {
  const parser = new Parser();
  let failure: unknown;
  // The parser swallows exceptions of its handlers; they are kept and thrown between pieces.
  const guarded = (act: () => void): void => {
    if (failure !== undefined) return;
    try {
      act();
    } catch (error) {
      failure = error;
    }
  };
  parser.on('openTag', (tag, attributes, decode) =>
    guarded(() =>
      handlers.open?.(localName(tag), (wanted) => {
        const value = attributes()[wanted];
        return value === undefined ? undefined : decode(value);
      }),
    ),
  );
  parser.on('closeTag', (tag) => guarded(() => handlers.close?.(localName(tag))));
  parser.on('text', (text, decode) => guarded(() => handlers.text?.(decode(text))));
  parser.on('cdata', (text) => guarded(() => handlers.text?.(text)));
  parser.on('error', (error) => {
    failure ??= new WorkbookRefused('damaged-file', { cause: error });
  });
  await parts.readText(name, (piece) => {
    if (piece !== '') parser.write(piece);
    if (failure !== undefined) throw failure;
  });
  parser.end();
  if (failure !== undefined) throw failure;
}

function localName(tag: string): string {
  const colon = tag.indexOf(':');
  return colon < 0 ? tag : tag.slice(colon + 1);
}
