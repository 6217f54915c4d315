import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import type { ComposePartProps } from './compose-part.ts';
import { composeText as t } from './compose-text.ts';

/** To which groups, whether they are asked to acknowledge, and by when. */
export function ComposeGroups({ draft, setDraft, form, view, wrong }: ComposePartProps) {
  const isOut = view?.status === 'posted';
  const toggle = (id: string, isIn: boolean) => {
    const others = draft.groupIds.filter((one) => one !== id);
    setDraft({ ...draft, groupIds: isIn ? [...others, id] : others });
  };
  return (
    <section class="card" aria-labelledby="who">
      <h2 id="who">{t.who}</h2>
      {isOut ? (
        <p class="note small">{t.groupsStay}</p>
      ) : (
        <fieldset class="stack tight">
          <legend class="unseen">{t.groups}</legend>
          {form.groups.length === 0 && <p class="note warn">{t.noGroups}</p>}
          {form.groups.map(({ id, name, people, chosen }) => (
            <CheckField
              key={id}
              label={name}
              about={!chosen ? t.notOpen : people === undefined ? t.peopleUnknown : t.people(people)}
              value={draft.groupIds.includes(id)}
              isDisabled={!chosen && !draft.groupIds.includes(id)}
              onChange={(isIn) => toggle(id, isIn)}
            />
          ))}
          {wrong.groupIds && (
            <p class="wrong small" role="alert">
              {wrong.groupIds}
            </p>
          )}
        </fieldset>
      )}
      <CheckField
        label={t.asksAck}
        about={t.asksAckHint}
        value={draft.asksAck}
        onChange={(asksAck) => setDraft({ ...draft, asksAck })}
      />
      <DayField
        label={t.readBy}
        value={draft.readByDay}
        onChange={(readByDay) => setDraft({ ...draft, readByDay })}
        wrong={wrong.readByDay}
      />
    </section>
  );
}
