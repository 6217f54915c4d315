import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeasureChanged, MeasureView } from '../../../../shared/measures/measure-api.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import type { Data } from '../../api/use-data.ts';
import { useSend } from '../../api/use-send.ts';
import { type ReportWrong, reportBody } from './report-body.ts';
import { conflictsOf, withoutArrived } from './report-conflicts.ts';
import { isEmptyDraft, type ReportDraft } from './report-draft.ts';

/** Sending one report. */
export interface Report {
  readonly isSending: boolean;
  readonly failure: ApiFailure | undefined;
  readonly wrong: ReportWrong;
  readonly isSent: boolean;
  /** There is no network; the report goes out by itself when there is. */
  readonly waitsForNetwork: boolean;
  submit(): Promise<void>;
}

interface ReportOptions {
  readonly view: MeasureView;
  readonly data: Data<MeasureView>;
  readonly draft: ReportDraft;
  readonly setDraft: (draft: ReportDraft) => void;
  readonly forget: () => void;
}

/**
 * Sends a draft for the revision on the screen. When somebody saved in between, what stands now comes onto the screen and the
 * draft stays as typed, less what has arrived already. Nothing goes out while a conflict is open.
 */
export function useReport({ view, data, draft, setDraft, forget }: ReportOptions): Report {
  const { send, isSending, failure } = useSend<MeasureView>();
  const [wrong, setWrong] = useState<ReportWrong>({});
  const [isSent, setIsSent] = useState(false);

  const submit = async () => {
    if (conflictsOf(draft, view).length > 0) return;
    const read = reportBody(draft, view.rev);
    setWrong('wrong' in read ? read.wrong : {});
    if ('wrong' in read) return;
    const answer = await send(`/measures/${view.fiscalYear}/${view.id}/reports`, read.body);
    if (answer instanceof ApiFailure) {
      const current = answer.current as MeasureChanged | undefined;
      if (answer.code !== 'changed' || !current) return;
      const rest = withoutArrived(draft, current.now);
      data.replace(current.now);
      if (isEmptyDraft(rest)) {
        forget();
        setIsSent(true);
      } else setDraft(rest);
    } else if (answer) {
      data.replace(answer);
      forget();
      setIsSent(true);
    }
  };

  const waitsForNetwork = failure?.code === 'offline' || failure?.code === 'slow';
  // The newest draft, when the network is back.
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    if (!waitsForNetwork) return;
    const retry = () => void latest.current();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [waitsForNetwork]);

  return {
    isSending,
    failure: failure?.code === 'changed' ? undefined : failure,
    wrong,
    isSent,
    waitsForNetwork,
    submit,
  };
}
