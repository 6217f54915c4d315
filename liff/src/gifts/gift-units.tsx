import { useState } from 'preact/hooks';
import type { GiftList, GiftUnit } from '../../../shared/notices/gift-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Data } from '../api/use-data.ts';
import { useSend } from '../api/use-send.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useApp } from '../use-app.ts';
import { giftsText as t } from './text.ts';

interface GiftUnitsProps {
  readonly list: GiftList;
  readonly data: Data<GiftList>;
}

/** How each unit stands in the round, with the button that says "ไม่มีการรับของขวัญ" for it. */
export function GiftUnits({ list, data }: GiftUnitsProps) {
  const { session } = useApp();
  const [done, setDone] = useState<string>();
  const { send, isSending, failure } = useSend<GiftList>();
  const isKeeper = session.roles.some((role) => role === 'admin' || role === 'officer');
  const say = async ({ unit, state }: GiftUnit) => {
    setDone(undefined);
    const { fiscalYear, round } = list;
    const withdraw = state === 'nil';
    const after = await send('/gifts/nil', { fiscalYear, round, unit, withdraw });
    if (!after || after instanceof ApiFailure) return;
    data.replace(after);
    setDone(withdraw ? t.nilTakenBack(unit) : t.nilDone(unit));
  };
  return (
    <section class="card" aria-labelledby="units">
      <h2 id="units">{list.seesAll ? t.units : t.unit}</h2>
      <div aria-live="polite">
        {failure && <FailureNote failure={failure} />}
        {done && !failure && <p class="note good">{done}</p>}
      </div>
      <ul class="stack">
        {list.units.map((one) => (
          <li key={one.unit} class="answer stack tight">
            <div class="row">
              <strong>{one.unit}</strong>
              <span class={one.state === 'missing' ? 'tag' : 'tag good'}>
                {one.state === 'gifts' ? t.times(one.gifts) : one.stateLabel}
              </span>
            </div>
            {one.nilByName && <p class="faint small">{t.nilBy(one.nilByName)}</p>}
            {one.state !== 'gifts' && (isKeeper || one.unit === session.unit) && (
              <button
                type="button"
                class={one.state === 'nil' ? 'button plain' : 'button'}
                aria-disabled={isSending}
                aria-label={one.state === 'nil' ? t.nilBackFor(one.unit) : t.nilFor(one.unit)}
                onClick={() => void say(one)}
              >
                {one.state === 'nil' ? t.nilBack : t.nil}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
