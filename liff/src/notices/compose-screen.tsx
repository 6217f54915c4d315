import { useMemo } from 'preact/hooks';
import type { NoticeForm, NoticeView } from '../../../shared/notices/notice-api.ts';
import { type Data, useData } from '../api/use-data.ts';
import type { RouteParams } from '../routing/match-route.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Compose } from './compose.tsx';
import { type ComposeDraft, draftOf, emptyDraft } from './compose-draft.ts';
import { composeText as t } from './compose-text.ts';

/** What a notice is written from: nothing, itself, or another one. */
export type ComposeFrom = 'new' | 'edit' | 'copy' | 'correct';

interface ScreenProps {
  readonly params: RouteParams;
}

/** Writing a new notice. */
export function NewNoticeScreen() {
  const form = useData<NoticeForm>('/notices/form');
  return (
    <Frame from="new" back="/notices">
      <Loaded data={form} cards={3}>
        {(known) => <Started from="new" form={known} />}
      </Loaded>
    </Frame>
  );
}

/** Changing a notice. */
export function EditNoticeScreen({ params }: ScreenProps) {
  return <FromNotice from="edit" id={params['id'] ?? ''} />;
}

/** Writing a new notice with the words of one that was cancelled. */
export function CopyNoticeScreen({ params }: ScreenProps) {
  return <FromNotice from="copy" id={params['id'] ?? ''} />;
}

/** Telling groups that have an older edition what is right. */
export function CorrectNoticeScreen({ params }: ScreenProps) {
  return <FromNotice from="correct" id={params['id'] ?? ''} />;
}

function FromNotice({ from, id }: { readonly from: Exclude<ComposeFrom, 'new'>; readonly id: string }) {
  const path = `/notices/${encodeURIComponent(id)}`;
  const form = useData<NoticeForm>('/notices/form');
  const notice: Data<NoticeView> = useData<NoticeView>(path);
  return (
    <Frame from={from} back={path}>
      <Loaded data={form} cards={3}>
        {(known) => (
          <Loaded data={notice} cards={3}>
            {(view) => <Started key={view.id} from={from} form={known} view={view} />}
          </Loaded>
        )}
      </Loaded>
    </Frame>
  );
}

interface FrameProps {
  readonly from: ComposeFrom;
  readonly back: string;
  readonly children: preact.ComponentChildren;
}

function Frame({ from, back, children }: FrameProps) {
  return (
    <Page title={t.titles[from]} back={{ to: back, label: t.back }}>
      {children}
    </Page>
  );
}

interface StartedProps {
  readonly from: ComposeFrom;
  readonly form: NoticeForm;
  readonly view?: NoticeView;
}

function Started({ from, form, view }: StartedProps) {
  const start = useMemo(() => startOf(from, form, view), [from, form, view]);
  const name = view ? `${from}/${view.id}` : from;
  return <Compose name={name} start={start} form={form} {...(view && from === 'edit' ? { view } : {})} />;
}

function startOf(from: ComposeFrom, form: NoticeForm, view: NoticeView | undefined): ComposeDraft {
  if (!view) return emptyDraft(form, Date.now());
  const all = draftOf(view);
  if (from === 'edit') return all;
  const { saved: _saved, correctsId: _corrects, ...words } = all;
  const open = new Set(form.groups.filter(({ chosen }) => chosen).map(({ id }) => id));
  const older = view.deliveries.filter(({ edition }) => edition < view.edition).map(({ groupId }) => groupId);
  const wanted = from === 'correct' ? older : view.groupIds;
  return {
    ...words,
    when: 'now',
    day: '',
    time: '',
    groupIds: wanted.filter((id) => open.has(id)),
    ...(from === 'correct' ? { correctsId: view.id } : {}),
  };
}
