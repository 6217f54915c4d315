import { useState } from 'preact/hooks';
import type { Channel, NoticeLogBody, NoticeView } from '../../../shared/notices/notice-api.ts';
import {
  DISSEMINATION_NOTE_UNITS_MAX,
  PICTURE_BYTES_MAX,
  PICTURE_SIDE_MAX,
} from '../../../shared/notices/notice-limits.ts';
import { noticeText } from '../../../shared/notices/text.ts';
import { dayOf } from '../../../shared/thai/days.ts';
import type { Data } from '../api/use-data.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FileField, type UploadedFile } from '../files/file-field.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SendButton } from '../ui/send-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { useFirstWrong } from '../ui/use-first-wrong.ts';
import { noticesText as t } from './text.ts';
import { useNoticeWrite } from './use-notice-write.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface LogFormProps {
  readonly view: NoticeView;
  readonly data: Data<NoticeView>;
  readonly onDone: () => void;
}

interface Draft {
  readonly channel?: Exclude<Channel, 'line'>;
  readonly day: string;
  readonly time: string;
  readonly url: string;
  readonly note: string;
  readonly picture?: UploadedFile | undefined;
}

const CHANNELS = (['website', 'board', 'meeting', 'radio'] as const).map((id) => ({
  id,
  label: noticeText.channels[id],
}));
const EMPTY: Draft = { day: '', time: '', url: '', note: '' };

/** Writes down where else a notice was made known. */
export function LogForm({ view, data, onDone }: LogFormProps) {
  const today = dayOf(Date.now());
  const [draft, setDraft, forget] = useDraft<Draft>(`notice-log/${view.id}`, EMPTY, 'phone');
  const [found, setFound] = useState<{ channel?: string; day?: string }>({});
  const write = useNoticeWrite(data);
  useFirstWrong(found);
  const wrongOf = (field: string) => (write.failure?.field === field ? write.failure.sentence : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    const { channel, day, url, note, picture } = draft;
    const missing = {
      ...(channel ? {} : { channel: t.channelMissing }),
      ...(day === '' ? { day: t.dayMissing } : {}),
    };
    setFound(missing);
    if (!channel || day === '') return;
    const time = /^(\d{2}):(\d{2})/.exec(draft.time);
    const body: Omit<NoticeLogBody, 'rev'> = {
      channel,
      day,
      ...(time ? { hour: Number(time[1]), minute: Number(time[2]) } : {}),
      ...(url.trim() === '' ? {} : { url: url.trim() }),
      ...(picture ? { pictureId: picture.id } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (!(await write.write('log', body))) return;
    forget();
    onDone();
  };
  return (
    <details>
      <summary>{t.addLog}</summary>
      <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t.channel}
          options={CHANNELS}
          value={draft.channel}
          onChange={(channel) => setDraft({ ...draft, channel })}
          wrong={found.channel}
        />
        <DayField
          label={t.logDay}
          value={draft.day}
          max={today}
          onChange={(day) => setDraft({ ...draft, day })}
          wrong={found.day ?? wrongOf('day')}
        />
        <TimeField label={t.logTime} value={draft.time} onChange={(time) => setDraft({ ...draft, time })} />
        <TextField
          label={t.logUrl}
          hint={t.logUrlHint}
          inputMode="url"
          value={draft.url}
          onChange={(url) => setDraft({ ...draft, url })}
          wrong={wrongOf('url')}
        />
        <FileField
          what={t.evidenceWhat}
          label={t.logPicture}
          accept="image/*"
          path="/notices/pictures"
          maxBytes={PICTURE_BYTES_MAX}
          sideMax={PICTURE_SIDE_MAX}
          value={draft.picture}
          onChange={(picture) => setDraft({ ...draft, picture })}
        />
        <TextField
          label={t.logNote}
          value={draft.note}
          maxLength={DISSEMINATION_NOTE_UNITS_MAX}
          onChange={(note) => setDraft({ ...draft, note })}
        />
        <WriteOutcome write={write} />
        <SendButton label={t.logSave} isSending={write.isSending} />
      </form>
    </details>
  );
}
