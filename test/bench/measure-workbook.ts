import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { largeWorkbook } from '../fixtures/budget/demo-workbook.ts';
import { benchLimits, targets } from './bench-limits.ts';
import type { Figure } from './figure.ts';
import { inTempFolder } from './in-temp-folder.ts';

const READER = fileURLToPath(new URL('./read-large-workbook.ts', import.meta.url));
const run = promisify(execFile);

interface Measured {
  readonly lines: number;
  readonly readMs: number;
  readonly checkMs: number;
  readonly totalMs: number;
  readonly peakMb: number;
  readonly beforeMb: number;
}

/** A large workbook: read, checked, totalled, in a process of its own that has read none before. */
export async function measureWorkbook(): Promise<readonly Figure[]> {
  return inTempFolder(async (folder) => {
    const path = join(folder, 'large.xlsx');
    await writeFile(path, await largeWorkbook(benchLimits.workbookLines));
    const { stdout } = await run(process.execPath, ['--import', 'tsx', READER, path]);
    const measured = JSON.parse(stdout) as Measured;
    if (measured.lines !== benchLimits.workbookLines) throw new Error(`${measured.lines} lines were read`);
    const { readMs, checkMs, totalMs, peakMb, beforeMb } = measured;
    return [
      {
        id: 'workbook',
        name: `workbook of ${benchLimits.workbookLines} lines: read, checked, totalled`,
        value: readMs + checkMs + totalMs,
        unit: 'ms',
        target: { atMost: targets.workbookMsMost },
      },
      { id: 'workbook-read', name: '  reading the cells', value: readMs, unit: 'ms' },
      { id: 'workbook-check', name: '  finding and checking the lines', value: checkMs, unit: 'ms' },
      { id: 'workbook-total', name: '  totalling', value: totalMs, unit: 'ms' },
      { id: 'workbook-peak', name: '  highest memory', value: peakMb, unit: 'MB' },
      { id: 'workbook-memory', name: '  of it for the workbook', value: peakMb - beforeMb, unit: 'MB' },
    ];
  });
}
