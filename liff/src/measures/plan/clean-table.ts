/** A table as it was copied, without looks: what the importer reads, and what a person is told of it. */
export interface CopiedTable {
  readonly html: string;
  readonly tables: number;
  readonly rows: number;
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'BR', 'TR', 'H1', 'H2', 'H3', 'H4']);

/**
 * The tables and paragraphs of copied HTML. Word and Excel put the cells, joined ones too, into it, where their plain text loses
 * them: a cell of two paragraphs becomes two rows. Undefined when there is no table. Nothing of it is ever put into the page.
 */
export function cleanTable(copied: string): CopiedTable | undefined {
  const { body } = new DOMParser().parseFromString(copied, 'text/html');
  const tables = [...body.querySelectorAll('table')].filter(
    (table) => !table.parentElement?.closest('table'),
  );
  const rows = tables.reduce((sum, { rows: { length } }) => sum + length, 0);
  if (rows === 0) return undefined;
  return { html: written(body), tables: tables.length, rows };
}

/** A folder of the page in its order: tables as tables, everything else as paragraphs. */
function written(node: Node): string {
  let html = '';
  for (const child of node.childNodes) {
    if (child instanceof HTMLTableElement) html += tableOf(child);
    else if (child instanceof HTMLElement && child.querySelector('table')) html += written(child);
    else {
      const text = textOf(child).trim();
      if (text !== '') html += `<p>${escaped(text)}</p>`;
    }
  }
  return html;
}

function tableOf(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => `<tr>${[...row.cells].map(cellOf).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

function cellOf(cell: HTMLTableCellElement): string {
  const { rowSpan, colSpan } = cell;
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
  return `<td${spans}>${escaped(textOf(cell).trim())}</td>`;
}

/** The words with a line break where a block ends. */
function textOf(node: Node): string {
  if (node.nodeType === Node.COMMENT_NODE) return '';
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  const { nodeName } = node;
  if (nodeName === 'STYLE' || nodeName === 'SCRIPT') return '';
  const inside = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(nodeName) ? `${inside.trim()}\n` : inside;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ *\n+ */g, '<br>');
}
