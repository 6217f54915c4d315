import type { GiftContent, GiftView } from '../../../shared/notices/gift-api.ts';
import { GIFT_QUANTITY_MAX, GIFT_VALUE_SATANG_MAX } from '../../../shared/notices/gift-limits.ts';
import { parseDay } from '../../../shared/thai/days.ts';
import { toArabicDigits } from '../../../shared/thai/digits.ts';
import { formatMoney, isProblem, parseMoney, satang } from '../../../shared/thai/money.ts';
import type { UploadedFile } from '../files/file-field.tsx';
import { giftsText as t } from './text.ts';

/** What a person has filled in of one gift, as the fields hold it. */
export interface GiftDraft {
  readonly receivedDay: string;
  readonly giverKind?: GiftContent['giverKind'];
  readonly giver: string;
  readonly item: string;
  readonly quantity: string;
  readonly value: string;
  readonly occasion: string;
  readonly receivedAs?: GiftContent['receivedAs'];
  readonly action?: GiftContent['action'];
  readonly note: string;
  readonly picture?: UploadedFile | undefined;
  /** Which revision of the entry it was made from. */
  readonly rev?: number;
}

export type GiftWrong = Partial<Record<keyof GiftDraft, string>>;

/** A report that has only begun: most gifts are one thing, received today. */
export function emptyGift(today: string): GiftDraft {
  return { receivedDay: today, giver: '', item: '', quantity: '1', value: '', occasion: '', note: '' };
}

/** An entry of the register as the fields hold it. */
export function draftOfGift(view: GiftView): GiftDraft {
  const { receivedDay, giverKind, giver, item, quantity, valueSatang, occasion, receivedAs, action } = view;
  return {
    receivedDay,
    giverKind,
    giver,
    item,
    quantity: String(quantity),
    value: formatMoney(satang(valueSatang)).replace(/\.00$/, ''),
    occasion,
    receivedAs,
    action,
    note: view.note ?? '',
    ...(view.pictureId === undefined ? {} : { picture: { id: view.pictureId, url: '' } }),
    rev: view.rev,
  };
}

/** What to send, or what is wrong with it. Thai digits count as digits. */
export function contentOfGift(draft: GiftDraft): {
  readonly content?: GiftContent;
  readonly wrong: GiftWrong;
} {
  const { giverKind, receivedAs, action, picture } = draft;
  const [giver, item, occasion, note] = [draft.giver, draft.item, draft.occasion, draft.note].map((text) =>
    text.trim(),
  ) as [string, string, string, string];
  const quantity = Number(toArabicDigits(draft.quantity.trim()).replaceAll(',', ''));
  const hasQuantity = Number.isInteger(quantity) && quantity >= 1 && quantity <= GIFT_QUANTITY_MAX;
  const value = parseMoney(draft.value);
  const hasValue = value !== null && !isProblem(value) && value >= 0 && value <= GIFT_VALUE_SATANG_MAX;
  const wrong: GiftWrong = {
    ...(parseDay(draft.receivedDay) ? {} : { receivedDay: t.wrong.receivedDay }),
    ...(item === '' ? { item: t.wrong.item } : {}),
    ...(hasQuantity ? {} : { quantity: t.wrong.quantity }),
    ...(hasValue ? {} : { value: t.wrong.value }),
    ...(giver === '' ? { giver: t.wrong.giver } : {}),
    ...(giverKind ? {} : { giverKind: t.wrong.giverKind }),
    ...(occasion === '' ? { occasion: t.wrong.occasion } : {}),
    ...(receivedAs ? {} : { receivedAs: t.wrong.receivedAs }),
    ...(action ? {} : { action: t.wrong.action }),
  };
  if (Object.keys(wrong).length > 0 || !giverKind || !receivedAs || !action || !hasValue) return { wrong };
  return {
    wrong,
    content: {
      receivedDay: draft.receivedDay,
      giverKind,
      giver,
      item,
      quantity,
      valueSatang: value,
      occasion,
      receivedAs,
      action,
      ...(note === '' ? {} : { note }),
      ...(picture ? { pictureId: picture.id } : {}),
    },
  };
}

/** The draft's field that an answer of the server is about. */
export function fieldOfGift(field: string | undefined): keyof GiftDraft | undefined {
  const name = field?.split('.')[1];
  if (name === 'valueSatang') return 'value';
  const own = ['receivedDay', 'giver', 'item', 'quantity', 'occasion', 'note'] as const;
  return own.find((one) => one === name);
}
