import { useState } from 'preact/hooks';
import { ApiFailure } from '../../api/api-failure.ts';
import type { Data } from '../../api/use-data.ts';
import { useSend } from '../../api/use-send.ts';

/** A form that replaces what stands. */
export interface Save {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  /** Somebody else was first; what stands now is known, and what was typed is still there. */
  readonly wasChanged: boolean;
  readonly isSaved: boolean;
  /** Resolves to whether it was saved. */
  save(body: object): Promise<boolean>;
  clear(): void;
}

/** Sends a form from the revision that `data` holds; what stands afterwards is put there, also when somebody else was first. */
export function useSave<T>(path: string, data: Data<T>): Save {
  const { send, isSending, failure, clear } = useSend<T>();
  const [came, setCame] = useState<'nothing' | 'reading' | 'changed' | 'saved'>('nothing');
  return {
    isSending: isSending || came === 'reading',
    failure: failure?.code === 'changed' ? undefined : failure,
    wasChanged: came === 'changed',
    isSaved: came === 'saved',
    clear: () => {
      clear();
      setCame('nothing');
    },
    save: async (body) => {
      if (came === 'reading') return false;
      setCame('nothing');
      const answer = await send(path, body);
      if (answer instanceof ApiFailure) {
        if (answer.code !== 'changed') return false;
        setCame('reading');
        await data.reload();
        setCame('changed');
        return false;
      }
      if (!answer) return false;
      data.replace(answer);
      setCame('saved');
      return true;
    },
  };
}
