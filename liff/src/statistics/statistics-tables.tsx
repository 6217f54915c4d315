import type { StatisticsView } from '../../../shared/complaints/statistics-api.ts';
import { statisticsText as t } from './text.ts';

/** The same figures by month and by category, where they may be shown. */
export function StatisticsTables({ view }: { readonly view: StatisticsView }) {
  if (view.none !== undefined) return null;
  return (
    <>
      {view.byMonth.length > 1 && (
        <section class="card">
          <table>
            <caption>{t.byMonth}</caption>
            <thead>
              <tr>
                <th scope="col">{t.month}</th>
                <th scope="col">{t.short.received}</th>
                <th scope="col">{t.short.finished}</th>
                <th scope="col">{t.short.inProgress}</th>
              </tr>
            </thead>
            <tbody>
              {view.byMonth.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.received}</td>
                  <td>{row.finished}</td>
                  <td>{row.inProgress}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {view.byCategory && (
        <section class="card">
          <table>
            <caption>{t.byCategory}</caption>
            <thead>
              <tr>
                <th scope="col">{t.category}</th>
                <th scope="col">{t.short.received}</th>
              </tr>
            </thead>
            <tbody>
              {view.byCategory.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.received}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {view.notes.length > 0 && (
        <section class="note small" aria-label={t.notes}>
          {view.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
    </>
  );
}
