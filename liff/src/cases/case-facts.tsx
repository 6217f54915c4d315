import type { CaseSummary } from '../../../shared/complaints/case-api.ts';
import { formatDay } from '../../../shared/thai/dates.ts';
import type { Day } from '../../../shared/thai/days.ts';
import { casesText as t } from './text.ts';

/** The clock first, large: it is what an officer works by. Then the facts that tell cases apart. */
export function CaseFacts({ summary }: { readonly summary: CaseSummary }) {
  return (
    <>
      <div class="row">
        <span class={`clock ${summary.clock.state}`}>{summary.clock.text}</span>
        <span class="tag">{summary.statusLabel}</span>
      </div>
      <dl class="facts small">
        <dt>{t.received}</dt>
        <dd>{formatDay(summary.receivedDay as Day, 'short')}</dd>
        <dt>{t.due}</dt>
        <dd>{formatDay(summary.dueDay as Day, 'short')}</dd>
        <dt>{t.assignee}</dt>
        <dd>{summary.mine ? t.mine : (summary.assigneeName ?? t.noAssignee)}</dd>
        <dt>{t.complete}</dt>
        <dd>{t.completeOf(summary.filled, summary.of)}</dd>
        {summary.attachmentCount > 0 && (
          <>
            <dt>{t.attachments}</dt>
            <dd>{t.attachmentCount(summary.attachmentCount)}</dd>
          </>
        )}
      </dl>
    </>
  );
}
