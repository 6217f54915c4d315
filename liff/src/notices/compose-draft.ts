import type { NoticeKindId } from '../../../shared/notices/kind-ids.ts';
import type {
  NoticeContent,
  NoticeForm,
  NoticeLink,
  NoticeScheduleBody,
  NoticeView,
} from '../../../shared/notices/notice-api.ts';
import { addDays, bangkokTime, type Day, dayOf, parseDay } from '../../../shared/thai/days.ts';
import type { UploadedFile } from '../files/file-field.tsx';
import { composeText as t } from './compose-text.ts';

/** What a person has written of a notice, as the fields hold it. It is kept on the phone until it is sent. */
export interface ComposeDraft {
  readonly kind: NoticeKindId;
  readonly title: string;
  readonly text: string;
  readonly picture?: UploadedFile | undefined;
  readonly link: 'none' | 'url' | 'document';
  readonly url: string;
  readonly document?: UploadedFile | undefined;
  readonly linkLabel: string;
  readonly groupIds: readonly string[];
  readonly asksAck: boolean;
  readonly readByDay: string;
  readonly when: 'keep' | 'now' | 'at';
  readonly day: string;
  readonly time: string;
  readonly correctsId?: string;
  /** What the server has of it, since which revision. */
  readonly saved?: { readonly id: string; readonly rev: number };
}

/** What is wrong, by field of the draft. */
export type ComposeWrong = Partial<Record<keyof ComposeDraft, string>>;

const pad = (n: number) => String(n).padStart(2, '0');

/** An empty notice of the first kind, to every group that takes notices. */
export function emptyDraft(form: NoticeForm, nowMs: number): ComposeDraft {
  const [kind] = form.kinds;
  return {
    ...withKind(
      {
        kind: 'general',
        title: '',
        text: '',
        link: 'none',
        url: '',
        linkLabel: '',
        groupIds: form.groups.filter(({ chosen }) => chosen).map(({ id }) => id),
        asksAck: false,
        readByDay: '',
        when: 'now',
        day: '',
        time: '',
      },
      kind,
      nowMs,
    ),
  };
}

/** The draft with a kind, its words and its days. */
export function withKind(
  draft: ComposeDraft,
  kind: NoticeForm['kinds'][number] | undefined,
  nowMs: number,
): ComposeDraft {
  if (!kind) return draft;
  const { id, title, text, asksAck, readDays } = kind;
  const readByDay = readDays === undefined ? '' : addDays(dayOf(nowMs), readDays);
  return { ...draft, kind: id, title, text, asksAck, readByDay };
}

/** A notice that the server has, as the fields hold it. */
export function draftOf(view: NoticeView): ComposeDraft {
  const { kind, title, text, link, groupIds, asksAck, readByDay = '', id, rev, sendAtMs } = view;
  const isScheduled = view.status === 'scheduled' && sendAtMs !== undefined;
  const time = isScheduled ? bangkokTime(sendAtMs) : undefined;
  return {
    kind,
    title,
    text,
    ...(view.pictureId === undefined ? {} : { picture: { id: view.pictureId, url: view.pictureUrl ?? '' } }),
    link: link?.kind ?? 'none',
    url: link?.kind === 'url' ? link.url : '',
    ...(link?.kind === 'document' ? { document: { id: link.fileId, url: '' } } : {}),
    linkLabel: link?.label ?? '',
    groupIds,
    asksAck,
    readByDay,
    when: isScheduled ? 'keep' : 'now',
    day: time?.day ?? '',
    time: time ? `${pad(time.hour)}:${pad(time.minute)}` : '',
    ...(view.correctsId === undefined ? {} : { correctsId: view.correctsId }),
    saved: { id, rev },
  };
}

/** What to send of a draft, or what is wrong with it. */
export function contentOf(draft: ComposeDraft): {
  readonly content?: NoticeContent;
  readonly wrong: ComposeWrong;
} {
  const title = draft.title.trim();
  const text = draft.text.trim();
  const url = draft.url.trim();
  const wrong: ComposeWrong = {
    ...(title === '' ? { title: t.wrong.title } : {}),
    ...(text === '' ? { text: t.wrong.text } : {}),
    ...(draft.groupIds.length === 0 ? { groupIds: t.wrong.groupIds } : {}),
    ...(draft.link === 'url' && !/^https:\/\/[^\s/.]+\.\S+$/.test(url) ? { url: t.wrong.url } : {}),
    ...(draft.link === 'document' && !draft.document ? { document: t.wrong.file } : {}),
  };
  if (Object.keys(wrong).length > 0) return { wrong };
  const link = linkOf(draft, url);
  return {
    wrong,
    content: {
      kind: draft.kind,
      title,
      text,
      ...(draft.picture ? { pictureId: draft.picture.id } : {}),
      ...(link ? { link } : {}),
      groupIds: [...draft.groupIds],
      ...(draft.readByDay === '' ? {} : { readByDay: draft.readByDay }),
      asksAck: draft.asksAck,
    },
  };
}

function linkOf({ link, document, linkLabel }: ComposeDraft, url: string): NoticeLink | undefined {
  const label = linkLabel.trim() === '' ? {} : { label: linkLabel.trim() };
  if (link === 'url') return { kind: 'url', url, ...label };
  return link === 'document' && document ? { kind: 'document', fileId: document.id, ...label } : undefined;
}

/** When it is to be sent; undefined where the time stays. */
export function timeOf(draft: ComposeDraft): {
  readonly at?: NoticeScheduleBody['at'];
  readonly wrong: ComposeWrong;
} {
  if (draft.when !== 'at') return draft.when === 'now' ? { at: 'now', wrong: {} } : { wrong: {} };
  const day: Day | null = parseDay(draft.day);
  const read = /^(\d{2}):(\d{2})/.exec(draft.time);
  if (day && read) return { at: { day, hour: Number(read[1]), minute: Number(read[2]) }, wrong: {} };
  return { wrong: { ...(day ? {} : { day: t.wrong.day }), ...(read ? {} : { time: t.wrong.time }) } };
}

/** The draft's field that an answer of the server is about. */
export function fieldOf(field: string | undefined): keyof ComposeDraft | undefined {
  if (field === undefined) return undefined;
  if (field === 'at' || field.startsWith('at.')) return 'day';
  const [, name = '', part] = field.split('.');
  if (name === 'link') return part === 'label' ? 'linkLabel' : 'url';
  if (name === 'pictureId') return 'picture';
  const own: readonly (keyof ComposeDraft)[] = ['title', 'text', 'groupIds', 'readByDay'];
  return own.find((one) => one === name);
}
