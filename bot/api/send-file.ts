import type { Response } from 'express';
import type { FileAnswer } from './route.ts';

/** What may stand unquoted in the `filename*` of RFC 8187. */
const PLAIN = /[!'()*]/g;

/** Sends a file as a download: under an ASCII name, and under its Thai one where the browser understands it (RFC 6266). */
export function sendFile(response: Response, file: FileAnswer): void {
  const name = `filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`;
  const thai = file.thaiFileName === undefined ? '' : `; filename*=UTF-8''${encoded(file.thaiFileName)}`;
  response.set('Content-Type', file.contentType);
  response.set('Content-Disposition', `attachment; ${name}${thai}`);
  response.send(Buffer.from(file.bytes));
}

function encoded(name: string): string {
  const escaped = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(PLAIN, escaped);
}
