import { toArabicDigits } from '../../shared/thai/digits.ts';
import { fiscalYearFromBuddhist } from '../../shared/thai/fiscal-year.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import { ref } from '../store/store.ts';
import type { Talk } from '../webhook/feature.ts';
import type { BudgetFlow } from './flow.ts';
import { columnAnswers } from './records.ts';
import { budgetText as t } from './text.ts';
import { type Answers, readWorkbookRequest } from './upload.ts';

/** What a column is: remembered for every file with the same header, then the file is read again. */
export async function answerColumn(
  talk: Talk,
  flow: Extract<BudgetFlow, { step: 'column' }>,
  n: number,
): Promise<Outcome> {
  const field = flow.fields[n];
  if (field === undefined) return { reply: [say(t.finishFirst)] };
  const id = flow.headerFingerprint;
  const before = (await talk.tx.get(ref(columnAnswers, id)))?.data.answers ?? [];
  const answers = [
    ...before.filter(({ column }) => column !== flow.column),
    { headerFingerprint: id, column: flow.column, field: field as (typeof before)[number]['field'] },
  ];
  return { ...readAgain(talk, flow, flow), writes: [set(ref(columnAnswers, id), { answers })] };
}

/** The fiscal year of a file that names none, as a พ.ศ. number. */
export function answerYear(talk: Talk, flow: Extract<BudgetFlow, { step: 'year' }>, said: string): Outcome {
  const typed = /\d{4}/.exec(toArabicDigits(said))?.[0];
  const fiscalYear = typed === undefined ? null : fiscalYearFromBuddhist(Number(typed));
  if (fiscalYear === null) return { reply: [say(t.yearWrong)] };
  return readAgain(talk, flow, { ...flow, fiscalYear });
}

/** Reads the same file once more, with what is known now. */
export function readAgain(
  talk: Talk,
  file: { readonly uploadId: string; readonly messageId: string },
  answers: Answers,
): Outcome {
  return {
    flow: { step: 'reading', uploadId: file.uploadId } satisfies BudgetFlow,
    work: [readWorkbookRequest(file, talk.event.userId ?? '-', answers, talk.nextRev)],
  };
}
