import { useState } from 'preact/hooks';
import type { CaseView } from '../../../shared/complaints/case-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Data } from '../api/use-data.ts';
import { useSend } from '../api/use-send.ts';

/** A change of a case by one of its forms. */
export interface CaseWrite {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Somebody else was first; the newest state is on the screen, and what was typed is still there. */
  readonly wasChanged: boolean;
  /** The case afterwards, or undefined when it was not done. */
  write(what: 'messages' | 'moves' | 'extensions' | 'assignee', body: object): Promise<CaseView | undefined>;
}

/**
 * Writes to a case from the revision on the screen, and puts what comes back onto the screen. When somebody else was first,
 * the newest state is read before the person is told, so that their next try is made from what they see.
 */
export function useCaseWrite(data: Data<CaseView>): CaseWrite {
  const { send, isSending, failure } = useSend<CaseView>();
  const [overtaken, setOvertaken] = useState<'no' | 'reading' | 'yes'>('no');
  return {
    isSending: isSending || overtaken === 'reading',
    failure: failure?.code === 'changed' ? undefined : failure,
    wasChanged: overtaken === 'yes',
    write: async (what, body) => {
      const current = data.value;
      if (!current || overtaken === 'reading') return undefined;
      setOvertaken('no');
      const path = `/cases/${encodeURIComponent(current.id)}/${what}`;
      const after = await send(path, { ...body, rev: current.rev });
      if (after instanceof ApiFailure) {
        if (after.code !== 'changed') return undefined;
        setOvertaken('reading');
        await data.reload();
        setOvertaken('yes');
        return undefined;
      }
      if (after) data.replace(after);
      return after;
    },
  };
}
