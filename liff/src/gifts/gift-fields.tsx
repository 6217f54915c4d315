import { GIFT_WORDS_UNITS_MAX } from '../../../shared/notices/gift-limits.ts';
import { PICTURE_BYTES_MAX, PICTURE_SIDE_MAX } from '../../../shared/notices/notice-limits.ts';
import { noticeText } from '../../../shared/notices/text.ts';
import { dayOf } from '../../../shared/thai/days.ts';
import { FileField } from '../files/file-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { GiftDraft, GiftWrong } from './gift-draft.ts';
import { giftsText as t } from './text.ts';

interface GiftFieldsProps {
  readonly draft: GiftDraft;
  readonly setDraft: (draft: GiftDraft) => void;
  readonly wrong: GiftWrong;
}

const GIVER_KINDS = (['private', 'public', 'state', 'other'] as const).map((id) => ({
  id,
  label: noticeText.giverKinds[id],
}));
const RECEIVED_AS = (['person', 'office'] as const).map((id) => ({ id, label: noticeText.receivedAs[id] }));
const ACTIONS = (['returned', 'handed-over', 'other'] as const).map((id) => ({
  id,
  label: noticeText.giftActions[id],
}));

/** The columns of the form, in the order in which people remember them. */
export function GiftFields({ draft, setDraft, wrong }: GiftFieldsProps) {
  const words = (field: 'giver' | 'item' | 'occasion' | 'note') => ({
    value: draft[field],
    onChange: (value: string) => setDraft({ ...draft, [field]: value }),
    maxLength: GIFT_WORDS_UNITS_MAX,
    wrong: wrong[field],
  });
  return (
    <section class="card">
      <TextField label={t.item} {...words('item')} />
      <div class="pair">
        <TextField
          label={t.quantity}
          inputMode="numeric"
          value={draft.quantity}
          onChange={(quantity) => setDraft({ ...draft, quantity })}
          wrong={wrong.quantity}
        />
        <TextField
          label={t.value}
          inputMode="decimal"
          value={draft.value}
          onChange={(value) => setDraft({ ...draft, value })}
          wrong={wrong.value}
        />
      </div>
      <p class="faint small">{t.valueHint}</p>
      <DayField
        label={t.receivedDay}
        value={draft.receivedDay}
        max={dayOf(Date.now())}
        onChange={(receivedDay) => setDraft({ ...draft, receivedDay })}
        wrong={wrong.receivedDay}
      />
      <TextField label={t.giver} hint={t.giverHint} {...words('giver')} />
      <ChoiceField
        label={t.giverKind}
        options={GIVER_KINDS}
        value={draft.giverKind}
        onChange={(giverKind) => setDraft({ ...draft, giverKind })}
        wrong={wrong.giverKind}
        isPaired
      />
      <TextField label={t.occasion} {...words('occasion')} />
      <div class="chips">
        {t.occasions.map((occasion) => (
          <button
            key={occasion}
            type="button"
            class="button"
            aria-pressed={occasion === draft.occasion}
            onClick={() => setDraft({ ...draft, occasion })}
          >
            {occasion}
          </button>
        ))}
      </div>
      <ChoiceField
        label={t.receivedAs}
        options={RECEIVED_AS}
        value={draft.receivedAs}
        onChange={(receivedAs) => setDraft({ ...draft, receivedAs })}
        wrong={wrong.receivedAs}
        isPaired
      />
      <ChoiceField
        label={t.action}
        options={ACTIONS}
        value={draft.action}
        onChange={(action) => setDraft({ ...draft, action })}
        wrong={wrong.action}
      />
      <TextField label={t.note} {...words('note')} />
      <FileField
        what={t.picture}
        label={t.addPicture}
        hint={t.pictureHint}
        accept="image/*"
        path="/gifts/pictures"
        maxBytes={PICTURE_BYTES_MAX}
        sideMax={PICTURE_SIDE_MAX}
        value={draft.picture}
        onChange={(picture) => setDraft({ ...draft, picture })}
      />
    </section>
  );
}
