/** The library that writes .docx files, as its parts are passed around. */
export type Docx = typeof import('docx');

/** Loads it on first use: a process that writes no document needs neither its time nor its memory. */
export function loadDocx(): Promise<Docx> {
  return import('docx');
}
