import type { ItaBody, ItaView } from '../../shared/measures/dashboard-api.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { type FiscalYear, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { squeeze } from '../../shared/thai/text.ts';
import { ApiError } from '../api/api-error.ts';
import { commitRequest } from '../api/commit-request.ts';
import type { WriteCall } from '../api/route.ts';
import { set } from '../commit/outcome.ts';
import { ref, type Transaction } from '../store/store.ts';
import type { MeasureApiDeps } from './deps.ts';
import { itaView } from './ita-view.ts';
import { planNow } from './read-plan.ts';
import { type ItaRecord, measureIta } from './records.ts';
import { ITA_INDICATORS, measuresText as t } from './text.ts';

/** Indicators below this are to be answered by a measure (ITA: the grade "good" begins at 85). */
const WEAK_BELOW_HUNDREDTHS = 8_500;

/** The scores that a year's plan answers; the ten indicators without scores until somebody entered some. One read. */
export async function itaOf(tx: Pick<Transaction, 'get'>, fiscalYear: FiscalYear): Promise<ItaRecord> {
  const entered = (await tx.get(ref(measureIta, String(fiscalYear))))?.data;
  if (entered) return entered;
  return {
    scoredYear: makeFiscalYear(fiscalYear - 1) ?? fiscalYear,
    weakBelowHundredths: WEAK_BELOW_HUNDREDTHS,
    indicators: ITA_INDICATORS.map(([instrument, name]) => ({
      name,
      instrument,
      scoreHundredths: null,
      measureIds: [],
    })),
    rev: 0,
  };
}

/** `POST /measures/ita`: a year's scores and which measures answer them. */
export async function enterIta(call: WriteCall<ItaBody>, deps: MeasureApiDeps): Promise<ItaView> {
  const { body, userId, nowMs } = call;
  const fiscalYear = makeFiscalYear(body.fiscalYear);
  const scoredYear = makeFiscalYear(body.scoredYear);
  if (fiscalYear === null || scoredYear === null) throw new ApiError('bad-input', { field: 'fiscalYear' });
  const names = new Set(body.indicators.map(({ name }) => squeeze(name)));
  if (names.size !== body.indicators.length)
    throw new ApiError('bad-input', { sentence: t.itaTwice, field: 'indicators' });
  await commitRequest(deps, { request: call.request, feature: 'measures' }, async (tx) => {
    const before = await itaOf(tx, fiscalYear);
    if (before.rev !== body.rev) {
      const now = itaView(fiscalYear, before, await planNow(tx, dayOf(nowMs), fiscalYear));
      throw new ApiError('changed', { current: { now } });
    }
    const { weakBelowHundredths, indicators } = body;
    const after: ItaRecord = { scoredYear, weakBelowHundredths, indicators, rev: before.rev + 1 };
    const scores = indicators.flatMap(({ scoreHundredths }) => scoreHundredths ?? []);
    return {
      outcome: {
        writes: [set(ref(measureIta, String(fiscalYear)), after)],
        audit: [
          {
            actor: { kind: 'member', userId },
            action: 'measures.ita-entered',
            subject: String(fiscalYear),
            detail: {
              rev: after.rev,
              scoredYear,
              indicators: indicators.length,
              weak: scores.filter((score) => score < weakBelowHundredths).length,
            },
          },
        ],
      },
      answer: { rev: after.rev },
    };
  });
  return deps.store.transact(async (tx) =>
    itaView(fiscalYear, await itaOf(tx, fiscalYear), await planNow(tx, dayOf(nowMs), fiscalYear)),
  );
}
