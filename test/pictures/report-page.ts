import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DPI = '90';

/**
 * The first page of a DOCX as PNG, drawn by LibreOffice and poppler. Undefined where they are not installed
 * (`apt-get install libreoffice-writer poppler-utils`).
 */
export async function firstPage(docx: Uint8Array): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'report-page-'));
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, stdio: 'ignore' }).status === 0;
  try {
    await writeFile(join(folder, 'report.docx'), docx);
    const isDrawn =
      run('soffice', ['--headless', '--convert-to', 'pdf', 'report.docx']) &&
      run('pdftoppm', ['-r', DPI, '-f', '1', '-l', '1', '-singlefile', '-png', 'report.pdf', 'page']);
    return isDrawn ? await readFile(join(folder, 'page.png')) : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
