import {
  type GiftList,
  type GiftQuery,
  type GiftView,
  giftCreateBodySchema,
  giftEditBodySchema,
  giftNilBodySchema,
  giftQuerySchema,
  giftWithdrawBodySchema,
} from '../../shared/notices/gift-api.ts';
import { giftReport } from '../../shared/notices/gift-report.ts';
import { currentRound, giftPeriodText, giftReportByDay } from '../../shared/notices/gift-round.ts';
import { type Day, dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ApiError } from '../api/api-error.ts';
import { type CommitRequestDeps, commitRequest } from '../api/commit-request.ts';
import { readRoute } from '../api/read-route.ts';
import { type ApiCall, type ApiRoute, FileAnswer, type WriteCall } from '../api/route.ts';
import { writeRoute } from '../api/write-route.ts';
import type { Outcome } from '../commit/outcome.ts';
import type { Files } from '../files/files.ts';
import { ref, type Stored, type Transaction } from '../store/store.ts';
import { editGift, enterGift, KEEPERS, stateNil, withdrawGift } from './change-gift.ts';
import { giftReportInput, giftsOf, inRound, unitsOf } from './gift-units.ts';
import { nameOf, type Reader } from './notice-view.ts';
import { holdsOne } from './read-notices.ts';
import { type Gift, gifts, noticeFiles } from './records.ts';

export interface GiftApiDeps extends CommitRequestDeps {
  readonly files: Files;
}

/** Who reads the whole register: what somebody received is nobody else's business. */
export const OVERSEERS = ['admin', 'officer', 'executive'] as const;

/** The routes of the gift register. */
export function giftRoutes(deps: GiftApiDeps): readonly ApiRoute[] {
  const everybody = { allowed: 'every-member' } as const;
  return [
    readRoute('/gifts', { ...everybody, query: giftQuerySchema }, (call) => list(call, call.query, deps)),
    readRoute('/gifts/report', { allowed: OVERSEERS, query: giftQuerySchema }, async ({ query, nowMs }) => {
      const { year, round } = periodOf(query, nowMs);
      return giftReport(await giftReportInput(deps.store, year, round));
    }),
    readRoute('/gifts/:id', everybody, async (call) => {
      const gift = await deps.store.get(ref(gifts, idOf(call)));
      // Who may not read an entry does not learn that it is there.
      if (gift?.data.status !== 'entered' || !(gift.data.reporterId === call.userId || mayOversee(call)))
        throw new ApiError('not-found');
      return giftView(deps.store, gift, call);
    }),
    readRoute('/gifts/:id/picture', everybody, async (call) => {
      const gift = (await deps.store.get(ref(gifts, idOf(call))))?.data;
      const mine = gift?.reporterId === call.userId;
      if (!gift || !(mine || mayOversee(call))) throw new ApiError('not-found');
      const { pictureId } = gift.content;
      const file =
        pictureId === undefined ? undefined : (await deps.store.get(ref(noticeFiles, pictureId)))?.data;
      const bytes = file && (await deps.files.get(file.fileName));
      if (!bytes) throw new ApiError('not-found');
      return new FileAnswer({ bytes, contentType: 'image/jpeg', fileName: 'gift.jpg' });
    }),
    writeRoute('/gifts/nil', { ...everybody, body: giftNilBodySchema }, async (call) => {
      const { fiscalYear, round } = call.body;
      await commit(call, 'nil', deps, (tx) => stateNil(tx, call, call.body));
      return list(call, { fiscalYear, round }, deps);
    }),
    writeRoute('/gifts', { ...everybody, body: giftCreateBodySchema }, (call) =>
      changed(call, deps.random.uuid(), deps, (tx, id) => enterGift(tx, id, call, call.body.content)),
    ),
    writeRoute('/gifts/:id', { ...everybody, body: giftEditBodySchema }, (call) =>
      changed(call, idOf(call), deps, (tx, id) => editGift(tx, id, call, call.body.rev, call.body.content)),
    ),
    writeRoute('/gifts/:id/withdraw', { ...everybody, body: giftWithdrawBodySchema }, async (call) => {
      const id = idOf(call);
      await commit(call, id, deps, (tx) => withdrawGift(tx, id, call, call.body.rev));
      return list(call, {}, deps);
    }),
  ];
}

function mayOversee({ member }: Reader): boolean {
  return holdsOne(member, OVERSEERS);
}

function idOf({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  return params['id'] ?? '-';
}

/** The round that a question names, or else the present one. @throws ApiError `bad-input`. */
export function periodOf(query: GiftQuery, nowMs: number) {
  const now = currentRound(dayOf(nowMs));
  const year = query.fiscalYear === undefined ? now.year : makeFiscalYear(query.fiscalYear);
  if (year === null) throw new ApiError('bad-input', { field: 'fiscalYear' });
  return { year, round: query.round ?? (year === fiscalYearOf(dayOf(nowMs)) ? now.round : ('12' as const)) };
}

async function list(
  call: ApiCall<unknown, unknown>,
  query: GiftQuery,
  { store }: GiftApiDeps,
): Promise<GiftList> {
  const { year, round } = periodOf(query, call.nowMs);
  const seesAll = mayOversee(call);
  const entered = await giftsOf(store, year);
  const units = await unitsOf(store, year, round, entered);
  const shown = inRound(entered, year, round).filter(
    ({ data }) => seesAll || data.reporterId === call.userId,
  );
  return {
    fiscalYear: year,
    round,
    periodText: giftPeriodText(year, round),
    gifts: await Promise.all(shown.map((one) => giftView(store, one, call))),
    units: seesAll ? units : units.filter(({ unit }) => unit === call.member.unit),
    seesAll,
  };
}

async function giftView(
  tx: Pick<Transaction, 'get'>,
  { id, data }: Stored<Gift>,
  reader: Reader,
): Promise<GiftView> {
  const { content, unit, reporterId, rev } = data;
  const mine = reporterId === reader.userId;
  const reportByDay = giftReportByDay(content.receivedDay as Day, content.valueSatang);
  return {
    ...content,
    id,
    rev,
    unit,
    reporterName: await nameOf(tx, reporterId),
    mine,
    mayEdit: mine || holdsOne(reader.member, KEEPERS),
    hasPicture: content.pictureId !== undefined,
    aboveLimit: reportByDay !== undefined,
    ...(reportByDay === undefined ? {} : { reportByDay }),
  };
}

async function commit(
  call: WriteCall<unknown>,
  id: string,
  deps: GiftApiDeps,
  decide: (tx: Transaction, id: string) => Promise<Outcome>,
): Promise<string> {
  const answer = await commitRequest(deps, { request: call.request, feature: 'notices' }, async (tx) => ({
    outcome: await decide(tx, id),
    answer: { id },
  }));
  return answer.id;
}

async function changed(
  call: WriteCall<unknown>,
  newId: string,
  deps: GiftApiDeps,
  decide: (tx: Transaction, id: string) => Promise<Outcome>,
): Promise<GiftView> {
  const id = await commit(call, newId, deps, decide);
  const gift = await deps.store.get(ref(gifts, id));
  if (!gift) throw new ApiError('not-found');
  return giftView(deps.store, gift, call);
}
