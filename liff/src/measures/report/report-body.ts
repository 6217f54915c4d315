import type { MeasureReportBody } from '../../../../shared/measures/measure-api.ts';
import { toArabicDigits } from '../../../../shared/thai/digits.ts';
import { isProblem, parseMoney } from '../../../../shared/thai/money.ts';
import { measuresText as t } from '../text.ts';
import { isEmptyDraft, type ReportDraft } from './report-draft.ts';

/** What is wrong with a draft, by field; `form` when it is about the whole. */
export type ReportWrong = Partial<Record<'percent' | 'budgetUsed' | 'links' | 'form', string>>;

const TEXTS = ['result', 'outcome', 'obstacle', 'suggestion', 'followUp', 'note'] as const;
const PERCENT_MAX = 100;

/** The body to send for a draft, or what a person has to mend first. `rev`: the revision it is sent for. */
export function reportBody(
  draft: ReportDraft,
  rev: number,
): { readonly body: MeasureReportBody } | { readonly wrong: ReportWrong } {
  const { touched } = draft;
  const links = draft.links.split(/\s+/).filter(Boolean);
  const percent = touched.percent === undefined ? undefined : Number(toArabicDigits(touched.percent.trim()));
  const isPercent =
    percent === undefined || (Number.isInteger(percent) && percent >= 0 && percent <= PERCENT_MAX);
  const money = touched.budgetUsed === undefined ? undefined : parseMoney(touched.budgetUsed);
  const isMoney =
    money === undefined ||
    (!isProblem(money) && (money === null ? touched.budgetUsed?.trim() !== '' : money >= 0));
  const wrong: ReportWrong = {
    ...(isPercent && touched.percent?.trim() !== '' ? {} : { percent: t.wrong.percent }),
    ...(isMoney ? {} : { budgetUsed: t.wrong.budgetUsed }),
    ...(links.every(isWebAddress) ? {} : { links: t.wrong.links }),
    ...(isEmptyDraft(draft) ? { form: t.wrong.nothing } : {}),
  };
  if (Object.keys(wrong).length > 0 || isProblem(money ?? null)) return { wrong };
  const texts = TEXTS.flatMap((field) => (touched[field] === undefined ? [] : [[field, touched[field]]]));
  return {
    body: {
      rev,
      ...(touched.status ? { status: touched.status as NonNullable<MeasureReportBody['status']> } : {}),
      ...(percent === undefined ? {} : { percent }),
      ...(Object.fromEntries(texts) as object),
      ...(money === undefined ? {} : { budgetUsedSatang: money as number | null }),
      ...(draft.day === '' ? {} : { day: draft.day }),
      ...(draft.pictures.length === 0 ? {} : { pictures: [...draft.pictures] }),
      ...(links.length === 0 ? {} : { links }),
    },
  };
}

/** Web views older than 2023 have no `URL.canParse`. */
function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
