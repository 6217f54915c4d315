import { GIFT_ROUNDS, GIFTS_MAX, type GiftContent, type GiftNilBody } from '../../shared/notices/gift-api.ts';
import { giftPeriod } from '../../shared/notices/gift-round.ts';
import { type Day, dayOf } from '../../shared/thai/days.ts';
import { type FiscalYear, fiscalYearOf, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ApiError } from '../api/api-error.ts';
import type { AuditEntry } from '../audit/records.ts';
import { type Outcome, set, type Write } from '../commit/outcome.ts';
import { officeOf } from '../people/read-people.ts';
import { ref, type Transaction } from '../store/store.ts';
import { giftsOf, inRound, nilId } from './gift-units.ts';
import type { Reader } from './notice-view.ts';
import { holdsOne } from './read-notices.ts';
import { type Gift, giftNils, gifts, noticeFiles } from './records.ts';
import { noticesText as t } from './text.ts';

type Reads = Pick<Transaction, 'get' | 'query'>;

/** Who looks after the register: may correct entries and speak for any unit. */
export const KEEPERS = ['admin', 'officer'] as const;

/** A person who changes the register, and when. */
export interface GiftHand extends Reader {
  readonly nowMs: number;
}

/**
 * Enters a gift. A statement of its unit that there was nothing in that time would now be false, so it is taken back in the
 * same transaction. @throws ApiError `bad-input` for a day ahead, a picture that is not there, a full register.
 */
export async function enterGift(
  tx: Reads,
  id: string,
  hand: GiftHand,
  content: GiftContent,
): Promise<Outcome> {
  const fiscalYear = yearOf(content, hand.nowMs);
  if ((await giftsOf(tx, fiscalYear)).length >= GIFTS_MAX)
    throw new ApiError('bad-input', { sentence: t.giftsFull });
  const gift: Gift = {
    content,
    unit: hand.member.unit,
    reporterId: hand.userId,
    fiscalYear,
    status: 'entered',
    rev: 1,
  };
  const files = await useGiftPicture(tx, content.pictureId, hand.userId);
  const nils = await withdrawnNils(tx, gift, hand.userId);
  return {
    writes: [set(ref(gifts, id), gift), ...files, ...nils.writes],
    audit: [entry(hand, 'gift-entered', id, gift), ...nils.audit],
  };
}

/** Corrects an entry: its reporter or who looks after the register. @throws ApiError `not-found`, `changed`, `bad-input`. */
export async function editGift(
  tx: Reads,
  id: string,
  hand: GiftHand,
  rev: number,
  content: GiftContent,
): Promise<Outcome> {
  const before = await editable(tx, id, hand, rev);
  const gift: Gift = { ...before, content, fiscalYear: yearOf(content, hand.nowMs), rev: before.rev + 1 };
  const files =
    content.pictureId === before.content.pictureId
      ? []
      : await useGiftPicture(tx, content.pictureId, hand.userId);
  const nils = await withdrawnNils(tx, gift, hand.userId);
  return {
    writes: [set(ref(gifts, id), gift), ...files, ...nils.writes],
    audit: [entry(hand, 'gift-edited', id, gift), ...nils.audit],
  };
}

/** Takes an entry out of the register; the record and the audit log keep it. */
export async function withdrawGift(tx: Reads, id: string, hand: GiftHand, rev: number): Promise<Outcome> {
  const before = await editable(tx, id, hand, rev);
  const gift: Gift = { ...before, status: 'withdrawn', rev: before.rev + 1 };
  return { writes: [set(ref(gifts, id), gift)], audit: [entry(hand, 'gift-withdrawn', id, gift)] };
}

/** A unit says that it received nothing in a round, or takes that back. @throws ApiError `bad-input`, `not-allowed`. */
export async function stateNil(tx: Reads, hand: GiftHand, body: GiftNilBody): Promise<Outcome> {
  const { unit, round, withdraw = false } = body;
  const fiscalYear = makeFiscalYear(body.fiscalYear);
  if (fiscalYear === null) throw new ApiError('bad-input', { field: 'fiscalYear' });
  const isOwn = unit === hand.member.unit;
  if (!isOwn && !holdsOne(hand.member, KEEPERS))
    throw new ApiError('not-allowed', { sentence: t.nilOtherUnit });
  if (!isOwn && !(await officeOf(tx)).units.includes(unit))
    throw new ApiError('bad-input', { sentence: t.nilUnknownUnit, field: 'unit' });
  const has = inRound(await giftsOf(tx, fiscalYear), fiscalYear, round).some(
    ({ data }) => data.unit === unit,
  );
  if (has && !withdraw) throw new ApiError('bad-input', { sentence: t.nilButGifts });
  const at = ref(giftNils, nilId(fiscalYear, round, unit));
  const before = (await tx.get(at))?.data;
  const state = withdraw ? ('withdrawn' as const) : ('stated' as const);
  return {
    writes: [set(at, { fiscalYear, round, unit, byId: hand.userId, state, rev: (before?.rev ?? 0) + 1 })],
    audit: [
      {
        actor: { kind: 'member', userId: hand.userId },
        action: `notices.gift-nil-${state}`,
        subject: at.id,
        detail: { unit, fiscalYear, round },
      },
    ],
  };
}

async function editable(tx: Reads, id: string, hand: GiftHand, rev: number): Promise<Gift> {
  const before = (await tx.get(ref(gifts, id)))?.data;
  const isKeeper = holdsOne(hand.member, KEEPERS);
  // Who may not read an entry does not learn that it is there.
  if (before?.status !== 'entered' || (before.reporterId !== hand.userId && !isKeeper))
    throw new ApiError('not-found');
  if (before.rev !== rev) throw new ApiError('changed');
  return before;
}

function yearOf({ receivedDay }: GiftContent, nowMs: number): FiscalYear {
  if (receivedDay > dayOf(nowMs))
    throw new ApiError('bad-input', { sentence: t.giftFuture, field: 'content.receivedDay' });
  return fiscalYearOf(receivedDay as Day);
}

/** Marks a gift's picture as used. Only who uploaded it can: an id seen elsewhere opens nothing. */
async function useGiftPicture(tx: Reads, id: string | undefined, userId: string): Promise<readonly Write[]> {
  if (id === undefined) return [];
  const file = (await tx.get(ref(noticeFiles, id)))?.data;
  if (file?.use !== 'gift' || file.byId !== userId)
    throw new ApiError('bad-input', { sentence: t.pictureUnknown, field: 'content.pictureId' });
  const { unusedUntilMs: _until, ...kept } = file;
  return [set(ref(noticeFiles, id), kept)];
}

async function withdrawnNils(
  tx: Reads,
  { fiscalYear, unit, content }: Gift,
  userId: string,
): Promise<{ readonly writes: readonly Write[]; readonly audit: readonly AuditEntry[] }> {
  const writes: Write[] = [];
  const audit: AuditEntry[] = [];
  for (const round of GIFT_ROUNDS) {
    const { first, last } = giftPeriod(fiscalYear, round);
    if (content.receivedDay < first || content.receivedDay > last) continue;
    const at = ref(giftNils, nilId(fiscalYear, round, unit));
    const nil = (await tx.get(at))?.data;
    if (nil?.state !== 'stated') continue;
    writes.push(set(at, { ...nil, state: 'withdrawn' as const, rev: nil.rev + 1 }));
    audit.push({
      actor: { kind: 'member', userId },
      action: 'notices.gift-nil-withdrawn',
      subject: at.id,
      detail: { unit, fiscalYear, round },
    });
  }
  return { writes, audit };
}

function entry({ userId }: GiftHand, verb: string, id: string, gift: Gift): AuditEntry {
  return {
    actor: { kind: 'member', userId },
    action: `notices.${verb}`,
    subject: id,
    detail: {
      unit: gift.unit,
      day: gift.content.receivedDay,
      valueSatang: gift.content.valueSatang,
      rev: gift.rev,
    },
  };
}
