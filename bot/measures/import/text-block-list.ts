import type { ReportBlock, ReportCell, ReportRow } from '../../../shared/measures/report-block.ts';
import { MAX_BLOCKS, MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS } from './import-limits.ts';
import { ImportRefused } from './import-refusal.ts';

/** Collects the rows and paragraphs of a text, found in order, into blocks. Throws ImportRefused 'too-many-rows' past the limits. */
export class TextBlockList {
  readonly #blocks: ReportBlock[] = [];
  #rows: ReportRow[] = [];
  #rowCount = 0;

  /** One row of the table that is open, or of a new one. `line` counts from 1. */
  row(line: number, cells: readonly ReportCell[]): void {
    this.#rowCount += 1;
    if (this.#rowCount > MAX_ROWS) throw new ImportRefused('too-many-rows');
    this.#rows.push({
      where: { kind: 'line', line },
      cells: cells
        .slice(0, MAX_COLUMNS)
        .map((cell) => ({ ...cell, text: cell.text.slice(0, MAX_CELL_CHARS) })),
    });
  }

  /** What stands outside of tables ends the open one; an empty text does so too and is nothing itself. */
  paragraph(line: number, text: string): void {
    this.endTable();
    if (text.trim() === '') return;
    if (this.#blocks.length >= MAX_BLOCKS) throw new ImportRefused('too-many-rows');
    this.#blocks.push({
      kind: 'paragraph',
      text: text.slice(0, MAX_CELL_CHARS),
      where: { kind: 'line', line },
    });
  }

  endTable(): void {
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }

  /** All blocks, the open table included. */
  done(): ReportBlock[] {
    this.endTable();
    return this.#blocks;
  }
}
