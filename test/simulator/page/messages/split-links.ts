export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const LINK = /\b(?:https?:\/\/|tel:)[^\s<>"']+/g;
/** Punctuation that ends the sentence rather than the address. */
const TRAILING = /[.,;:!?)\]]+$/;

/** Cuts a text into plain parts and links, without losing a character: LINE makes web and phone addresses tappable. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const href = match[0].replace(TRAILING, '');
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push({ text: href, href });
    done = match.index + href.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
