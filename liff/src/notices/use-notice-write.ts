import { useState } from 'preact/hooks';
import type { NoticeView } from '../../../shared/notices/notice-api.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Data } from '../api/use-data.ts';
import { useSend } from '../api/use-send.ts';

/** A change of a notice by one of the forms below it. */
export interface NoticeWrite {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Somebody else was first; the newest state is on the screen, and what was typed is still there. */
  readonly wasChanged: boolean;
  /** The notice afterwards, or undefined when it was not done. */
  write(what: 'cancel' | 'log' | 'remind' | 'acknowledge', body?: object): Promise<NoticeView | undefined>;
}

/** Writes to a notice from the revision on the screen, and puts what comes back onto the screen (G7). */
export function useNoticeWrite(data: Data<NoticeView>): NoticeWrite {
  const { send, isSending, failure } = useSend<NoticeView>();
  const [overtaken, setOvertaken] = useState<'no' | 'reading' | 'yes'>('no');
  return {
    isSending: isSending || overtaken === 'reading',
    failure: failure?.code === 'changed' ? undefined : failure,
    wasChanged: overtaken === 'yes',
    write: async (what, body = {}) => {
      const current = data.value;
      if (!current || overtaken === 'reading') return undefined;
      setOvertaken('no');
      const path = `/notices/${encodeURIComponent(current.id)}/${what}`;
      const rev = what === 'acknowledge' ? {} : { rev: current.rev };
      const after = await send(path, { ...body, ...rev });
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
