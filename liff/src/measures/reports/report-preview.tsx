import { useState } from 'preact/hooks';
import type { ReportPreview } from '../../../../shared/measures/dashboard-api.ts';
import { reportsText as t } from './text.ts';

/** Rows that a cheap phone draws without a pause. */
const FEW_ROWS = 20;

/** The report as it will be printed, in a box of its own that scrolls sideways. */
export function ReportTable({ preview }: { readonly preview: ReportPreview }) {
  const [showsAll, setShowsAll] = useState(false);
  const { titleLines, intro, columns, rows, warnings } = preview;
  const shown = showsAll ? rows : rows.slice(0, FEW_ROWS);
  return (
    <>
      {warnings.length > 0 && (
        <div class="note warn">
          <p>{t.warnings}</p>
          <ul class="small">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <section class="card" aria-labelledby="preview">
        <h2 id="preview">{t.preview}</h2>
        <p class="printed-title">{titleLines.join('\n')}</p>
        {intro.map((paragraph) => (
          <p key={paragraph} class="small">
            {paragraph}
          </p>
        ))}
        {rows.length === 0 ? (
          <p class="faint">{t.nothing}</p>
        ) : (
          <>
            <p class="faint small">{t.previewHint}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
            <section class="wide" tabIndex={0} aria-label={t.table}>
              <table>
                <thead>
                  <tr>
                    {columns.map(({ field, header }) => (
                      <th key={field} scope="col" class="top">
                        {header}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row, at) =>
                    row.kind === 'section' ? (
                      <tr key={at}>
                        <th colSpan={columns.length} scope="rowgroup">
                          {row.text}
                        </th>
                      </tr>
                    ) : (
                      <tr key={at}>
                        {row.cells.map((cell, column) => (
                          <td key={column} class="said">
                            {cell.join('\n')}
                          </td>
                        ))}
                      </tr>
                    ),
                  )}
                </tbody>
              </table>
            </section>
            {shown.length < rows.length && (
              <button type="button" class="button" onClick={() => setShowsAll(true)}>
                {t.showAll(rows.length)}
              </button>
            )}
          </>
        )}
      </section>
    </>
  );
}
