import type { ContentType, RefusalReason } from './content-type.ts';
import { zipNames } from './zip-names.ts';

/** Parts with which an office document does something by itself: macros, ActiveX, embedded objects, programs. */
const ACTIVE_PART =
  /vbaproject\.bin$|vbadata\.xml$|\/activex\/|oleobject[^/]*\.bin$|\.(exe|dll|com|scr|bat|cmd|js|jse|vbs|vbe|wsf|hta|ps1|lnk|jar|msi)$/i;

/** What a file that begins like a zip file is: a Word or Excel document without active parts, or nothing we take. */
export function sniffZip(bytes: Buffer): ContentType | RefusalReason {
  const names = zipNames(bytes);
  if (!names) return 'damaged';
  const has = new Set(names);
  const isOffice = has.has('[Content_Types].xml');
  if (!isOffice)
    return has.has('META-INF/MANIFEST.MF') || has.has('AndroidManifest.xml') ? 'program' : 'archive';
  if (names.some((name) => ACTIVE_PART.test(name))) return 'active-document';
  if (has.has('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (has.has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'unknown-type';
}
