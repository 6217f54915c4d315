import { useState } from 'preact/hooks';
import type { Dissemination, NoticeView } from '../../../shared/notices/notice-api.ts';
import type { Data } from '../api/use-data.ts';
import { ownAddress } from '../files/own-address.ts';
import { dayText, momentText } from '../ui/moment.ts';
import { useApp } from '../use-app.ts';
import { LogForm } from './log-form.tsx';
import { mayCompose } from './rights.ts';
import { noticesText as t } from './text.ts';

interface NoticeLogProps {
  readonly view: NoticeView;
  readonly data: Data<NoticeView>;
}

/** Where the notice was made known, in which order, with what proof. */
export function NoticeLog({ view, data }: NoticeLogProps) {
  const { session } = useApp();
  const [done, setDone] = useState<string>();
  return (
    <section class="card" aria-labelledby="log">
      <h2 id="log">{t.log}</h2>
      <p class="faint small">{t.logHint}</p>
      {view.disseminations.length === 0 && <p>{t.noLog}</p>}
      <ol class="stack">
        {view.disseminations.map((entry, n) => (
          <li key={n} class="answer stack tight">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      <div aria-live="polite">{done && <p class="note good">{done}</p>}</div>
      {mayCompose(session) && (
        <LogForm
          key={view.disseminations.length}
          view={view}
          data={data}
          onDone={() => setDone(t.logSaved)}
        />
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Dissemination }) {
  const { login } = useApp();
  const { channel, channelLabel, day, atMs, url, pictureUrl, note, byName } = entry;
  return (
    <>
      <div class="row">
        <strong>{channelLabel}</strong>
        <span class="small">{atMs === undefined ? dayText(day, 'short') : momentText(atMs)}</span>
      </div>
      {note && <p class="small said">{note}</p>}
      <p class="faint small">{byName === '' ? t.logProgram : t.logBy(byName)}</p>
      {pictureUrl && (
        <img class="picture" src={ownAddress(pictureUrl)} alt={t.evidencePicture(channelLabel)} />
      )}
      {url !== undefined && (
        <button type="button" class="button" onClick={() => login.openOutside(url)}>
          {t.evidence}
        </button>
      )}
      {channel !== 'line' && url === undefined && pictureUrl === undefined && (
        <p class="small wrong">{t.noEvidence}</p>
      )}
    </>
  );
}
