import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftEdit, DraftMeasure, DraftView } from '../../../../shared/measures/draft-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { type Data, useData } from '../../api/use-data.ts';
import { useSend } from '../../api/use-send.ts';

export type Shown = 'all' | 'doubtful';

/** A measure on the page; `isSettled`: it left the doubtful ones while the person looked. */
export interface ListedMeasure {
  readonly measure: DraftMeasure;
  readonly isSettled: boolean;
}

/** A draft of a plan on the screen, a page at a time. */
export interface PlanDraft {
  readonly data: Data<DraftView>;
  /** The newest known of the draft, also while another page is read. */
  readonly head: DraftView | undefined;
  readonly listed: readonly ListedMeasure[];
  readonly shown: Shown;
  show(shown: Shown): void;
  /** Goes to the page that begins there; undefined where there is none. */
  readonly next: (() => void) | undefined;
  readonly previous: (() => void) | undefined;
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Somebody else was first; the newest state is on the screen. */
  readonly wasChanged: boolean;
  /** The last edit was made. */
  readonly isSaved: boolean;
  /** Makes edits from the revision on the screen: all or none. Resolves to whether they were made. */
  edit(edits: readonly DraftEdit[]): Promise<boolean>;
  /** Says that a write of this draft was overtaken, and reads the newest state. */
  overtaken(): Promise<void>;
}

interface Place {
  readonly shown: Shown;
  /** Where the pages before this one begin, and this one. */
  readonly starts: readonly number[];
}

/**
 * Reads a draft and edits it. Of the doubtful ones, those that a person settles stay on the page, so that nothing moves under
 * their finger; a new page leaves them out.
 */
export function usePlanDraft(id: string): PlanDraft {
  const [place, setPlace] = useState<Place>({ shown: 'doubtful', starts: [0] });
  const after = place.starts.at(-1) ?? 0;
  const draftPath = `/measures/drafts/${encodeURIComponent(id)}`;
  const data = useData<DraftView>(`${draftPath}?after=${after}&show=${place.shown}`);
  const { send, isSending, failure } = useSend<DraftView>();
  const [overtaken, setOvertaken] = useState<'no' | 'reading' | 'yes'>('no');
  const [isReading, setIsReading] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const head = useRef<DraftView | undefined>(undefined);
  if (data.value) head.current = data.value;
  /** As the last edit left them, those among them that are doubtful no more. */
  const edited = useRef<readonly DraftMeasure[]>([]);
  const seen = useSeen(data.value, place, edited.current);

  const go = (starts: readonly number[]) => {
    setPlace({ ...place, starts });
    setOvertaken('no');
    document.querySelector('#measures')?.scrollIntoView();
  };
  const readNewest = async () => {
    setOvertaken('reading');
    await data.reload();
    setOvertaken('yes');
  };
  const following = data.value?.next;
  return {
    data,
    head: head.current,
    listed: seen,
    shown: place.shown,
    show: (shown) => {
      setPlace({ shown, starts: [0] });
      setOvertaken('no');
    },
    next: following === undefined ? undefined : () => go([...place.starts, following]),
    previous: place.starts.length < 2 ? undefined : () => go(place.starts.slice(0, -1)),
    isSending: isSending || isReading || overtaken === 'reading',
    failure: failure?.code === 'changed' ? undefined : failure,
    wasChanged: overtaken === 'yes',
    isSaved,
    overtaken: readNewest,
    edit: async (edits) => {
      const current = data.value;
      if (!current || isReading || overtaken === 'reading') return false;
      setOvertaken('no');
      setIsSaved(false);
      const answer = await send(`${draftPath}/edits`, { rev: current.rev, edits, after });
      if (answer instanceof ApiFailure) {
        if (answer.code === 'changed') await readNewest();
        return false;
      }
      if (!answer) return false;
      edited.current = answer.measures;
      if (place.shown === 'all') data.replace(answer);
      else {
        // What comes back is the page of all measures.
        setIsReading(true);
        await data.reload();
        setIsReading(false);
      }
      setIsSaved(true);
      return true;
    },
  };
}

/** The page's measures, with those that were on it before and left it. */
function useSeen(
  value: DraftView | undefined,
  place: Place,
  edited: readonly DraftMeasure[],
): readonly ListedMeasure[] {
  const before = useRef<{ place: Place; listed: readonly ListedMeasure[] }>({ place, listed: [] });
  if (before.current.place !== place) before.current = { place, listed: [] };
  const listed = value
    ? joined(before.current.listed, value.measures, place.shown, edited)
    : before.current.listed;
  useEffect(() => {
    before.current = { place, listed };
  });
  return listed;
}

function joined(
  before: readonly ListedMeasure[],
  now: readonly DraftMeasure[],
  shown: Shown,
  edited: readonly DraftMeasure[],
): readonly ListedMeasure[] {
  const fresh = now.map((measure) => ({ measure, isSettled: false }));
  if (shown === 'all') return fresh;
  const here = new Map(fresh.map((one) => [one.measure.key, one]));
  const kept = before.map(({ measure }) => {
    const { key } = measure;
    return here.get(key) ?? { measure: edited.find((one) => one.key === key) ?? measure, isSettled: true };
  });
  const known = new Set(before.map(({ measure }) => measure.key));
  return [...kept, ...fresh.filter(({ measure }) => !known.has(measure.key))];
}
