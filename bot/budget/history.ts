import { formatTimeOfDay } from '../../shared/people/schedule.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { bangkokTime } from '../../shared/thai/days.ts';
import { formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import type { Outcome } from '../commit/outcome.ts';
import { bubble, button, carousels, press, quick, say } from '../line/card.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { amountRow, asOfLine } from './card-parts.ts';
import { useUpload } from './confirm.ts';
import { budgetYear } from './read-budget.ts';
import type { BudgetYear, HistoryEntry } from './records.ts';
import { budgetText as t } from './text.ts';

/** Uploads on one answer. */
const SHOWN = 10;

/** `ประวัติงบ`: the confirmed uploads of the newest year, newest first. */
export async function showHistory(talk: Talk): Promise<Outcome> {
  const year = await budgetYear(talk.tx);
  if (!year) return { reply: [say(t.none)] };
  return {
    reply: carousels(
      t.historyTitle,
      year.history.slice(0, SHOWN).map((entry) => card(year, entry)),
    ),
  };
}

function card(year: BudgetYear, entry: HistoryEntry) {
  const current = entry.uploadId === year.currentUploadId;
  const data = buttonData('budget', 'restore', { u: entry.uploadId, r: year.rev });
  return bubble({
    size: 'kilo',
    kicker: current ? t.historyNow : t.yearTitle(formatFiscalYear(year.fiscalYear)),
    title: t.historySaved(momentText(entry.confirmedAtMs)),
    body: [
      amountRow(t.revised, entry.totals.revisedSatang),
      amountRow(t.disbursed, entry.totals.disbursedSatang),
      asOfLine(entry),
    ],
    buttons: current ? [] : [button(press(t.historyUse, data, t.historyUse), 'secondary')],
  });
}

/** กลับไปใช้ชุดนี้: asks first; the current state stays in the history, so this too can be undone. */
export async function pressRestore(talk: Talk, pressed: ButtonPress): Promise<Outcome> {
  const year = await budgetYear(talk.tx);
  const entry = year?.history.find((one) => one.uploadId === pressed.values['u']);
  if (!year || !entry || Number(pressed.values['r']) !== year.rev) return { reply: [say(t.previewGone)] };
  if (pressed.action === 'restore-yes') return useUpload(talk, entry.uploadId, 'restored');
  if (pressed.action === 'restore-no') return { reply: [say(t.kept)] };
  const values = { u: entry.uploadId, r: year.rev };
  return {
    reply: [
      say(t.restoreAsk(momentText(entry.confirmedAtMs)), [
        quick(t.restoreYes, buttonData('budget', 'restore-yes', values)),
        quick(t.restoreNo, buttonData('budget', 'restore-no', values)),
      ]),
    ],
  };
}

/** "30 มิ.ย. 2569 09.15 น." */
function momentText(epochMs: number): string {
  const moment = bangkokTime(epochMs);
  return `${formatDay(moment.day, 'short')} ${formatTimeOfDay(moment)}`;
}
