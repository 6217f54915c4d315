import { CONTENT_TYPES, type ContentType } from './content-type.ts';

/**
 * Headers with which an officer downloads evidence: it is saved, never shown within the office's site, never guessed to
 * be something else, never kept by a cache (ASVS 5.0 3.2.1, 5.4.1, 14.3.2). The name is made of the file's number in
 * the case; names given by people are not used.
 * @throws RangeError when `number` is not a whole number from 1.
 */
export function safeHeaders(contentType: ContentType, number: number): Readonly<Record<string, string>> {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError('evidence is counted from 1');
  return {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="evidence-${number}.${CONTENT_TYPES[contentType].extension}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}
