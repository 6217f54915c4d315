import { filledTemplate, NOTICE_KINDS } from '../../shared/notices/kinds.ts';
import {
  type NoticeForm,
  type NoticeList,
  type NoticeListQuery,
  type NoticePreview,
  type NoticePreviewBody,
  type NoticeStatus,
  noticeAckBodySchema,
  noticeCancelBodySchema,
  noticeCreateBodySchema,
  noticeEditBodySchema,
  noticeListQuerySchema,
  noticeLogBodySchema,
  noticePreviewBodySchema,
  noticeRemindBodySchema,
  noticeScheduleBodySchema,
} from '../../shared/notices/notice-api.ts';
import {
  NOTICE_TEXT_UNITS_MAX,
  NOTICE_TITLE_UNITS_MAX,
  NOTICES_PER_PAGE,
} from '../../shared/notices/notice-limits.ts';
import { type Day, dayOf } from '../../shared/thai/days.ts';
import { fiscalYearOf, formatFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { ApiError } from '../api/api-error.ts';
import { type CommitRequestDeps, commitRequest } from '../api/commit-request.ts';
import { readRoute } from '../api/read-route.ts';
import type { ApiCall, ApiRoute, WriteCall } from '../api/route.ts';
import { writeRoute } from '../api/write-route.ts';
import { set } from '../commit/outcome.ts';
import type { Line } from '../line/line.ts';
import { officeOf } from '../people/read-people.ts';
import { groups, MAX_GROUPS } from '../people/records.ts';
import { ref, type Transaction } from '../store/store.ts';
import { acknowledge } from './acknowledge.ts';
import { cardWorldOf, showsPictures } from './card-world.ts';
import { noticeCard } from './cards.ts';
import { cancelNotice, createNotice, editNotice, logNotice, scheduleNotice } from './change-notice.ts';
import type { NoticeChanged, NoticeEdit } from './changed.ts';
import { monthNow, noticeCost } from './cost.ts';
import type { NoticeDeps } from './deps.ts';
import { refreshSizes } from './group-sizes.ts';
import { mayRead, noticeSummary, noticeView } from './notice-view.ts';
import { quotaView } from './quota.ts';
import { holdsOne, noticeSettingsOf, sizeOf, WATCHERS, WRITERS } from './read-notices.ts';
import { readersOf } from './readers.ts';
import { type Notice, notices } from './records.ts';
import { noticesText as t } from './text.ts';

export interface NoticeApiDeps extends CommitRequestDeps, NoticeDeps {
  readonly line: Line;
}

/** Stands in a preview's button; nothing has this id, so a tap on it changes nothing. */
const PREVIEW_ID = 'preview';

/** Which notices each view of the list holds. */
const STATUS_OF: Readonly<Record<NoticeListQuery['view'], NoticeStatus>> = {
  mine: 'posted',
  posted: 'posted',
  coming: 'scheduled',
  drafts: 'draft',
  cancelled: 'cancelled',
};

const WRITE = { allowed: WRITERS } as const;

/** The routes of notices and of the month's messages. */
export function noticeRoutes(deps: NoticeApiDeps): readonly ApiRoute[] {
  const { store } = deps;
  return [
    readRoute('/notices/form', WRITE, ({ nowMs }) => form(nowMs, deps)),
    readRoute('/notices', { allowed: 'every-member', query: noticeListQuerySchema }, (call) =>
      list(call, deps),
    ),
    readRoute('/notices/:id', { allowed: 'every-member' }, (call) =>
      view(call, call.params['id'] ?? '-', deps),
    ),
    readRoute('/notices/:id/readers', { allowed: ['admin'] }, async (call) => {
      const id = call.params['id'] ?? '-';
      await readable(call, id, deps);
      return readersOf(store, id);
    }),
    readRoute('/quota', { allowed: WATCHERS }, async ({ nowMs }) => {
      await refreshSizes(deps);
      const month = await monthNow(store, deps.line, nowMs);
      if (!month) throw new ApiError('busy', { sentence: t.quotaTextUnknown });
      return quotaView(store, month, nowMs);
    }),
    writeRoute('/notices/preview', { ...WRITE, body: noticePreviewBodySchema }, (call) =>
      preview(call.body, call.nowMs, deps),
    ),
    writeRoute('/notices', { ...WRITE, body: noticeCreateBodySchema }, (call) => {
      const id = deps.random.uuid();
      return change(call, deps, id, (tx, edit) =>
        createNotice(tx, edit, call.body.content, call.body.correctsId),
      );
    }),
    writeRoute('/notices/:id', { ...WRITE, body: noticeEditBodySchema }, (call) =>
      change(call, deps, idOf(call), (tx, edit) =>
        editNotice(tx, edit, call.body.rev, call.body.content, deps),
      ),
    ),
    writeRoute('/notices/:id/schedule', { ...WRITE, body: noticeScheduleBodySchema }, (call) => {
      const { at, rev } = call.body;
      const time = at === 'now' ? at : { ...at, day: at.day as Day };
      return change(call, deps, idOf(call), (tx, edit) => scheduleNotice(tx, edit, rev, time));
    }),
    writeRoute('/notices/:id/cancel', { ...WRITE, body: noticeCancelBodySchema }, (call) =>
      change(call, deps, idOf(call), (tx, edit) => cancelNotice(tx, edit, call.body.rev)),
    ),
    writeRoute('/notices/:id/log', { ...WRITE, body: noticeLogBodySchema }, (call) =>
      change(call, deps, idOf(call), (tx, edit) => logNotice(tx, edit, call.body)),
    ),
    writeRoute('/notices/:id/remind', { allowed: ['admin'], body: noticeRemindBodySchema }, (call) =>
      change(call, deps, idOf(call), (tx, edit) => remindNow(tx, edit, call.body.rev)),
    ),
    writeRoute(
      '/notices/:id/acknowledge',
      { allowed: 'every-member', body: noticeAckBodySchema },
      async (call) => {
        const { userId, nowMs, request } = call;
        const noticeId = idOf(call);
        await commitRequest(deps, { request, feature: 'notices' }, async (tx) => {
          const { outcome, isCounted } = await acknowledge(tx, {
            noticeId,
            userId,
            groupId: undefined,
            nowMs,
          });
          if (!isCounted) throw new ApiError('not-found', { sentence: t.noticeGone });
          return { outcome, answer: {} };
        });
        return view(call, noticeId, deps);
      },
    ),
  ];
}

function idOf({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  return params['id'] ?? '-';
}

async function readable(
  call: ApiCall<unknown, unknown>,
  id: string,
  { store }: NoticeApiDeps,
): Promise<Notice> {
  const found = await store.get(ref(notices, id));
  if (!found || !mayRead(found.data, call)) throw new ApiError('not-found');
  return found.data;
}

async function view(call: ApiCall<unknown, unknown>, id: string, deps: NoticeApiDeps): Promise<object> {
  const data = await readable(call, id, deps);
  return noticeView(deps.store, { id, data }, call, deps);
}

async function list(
  call: ApiCall<NoticeListQuery, undefined>,
  { store }: NoticeApiDeps,
): Promise<NoticeList> {
  const { view: which, after } = call.query;
  if (which !== 'mine' && !holdsOne(call.member, WATCHERS)) throw new ApiError('not-allowed');
  const status = STATUS_OF[which];
  const start = after === undefined ? undefined : await store.get(ref(notices, after));
  const page = await store.query({
    collection: notices,
    where: [['status', '==', status]],
    orderBy: { field: 'orderMs', direction: which === 'coming' ? 'asc' : 'desc' },
    limit: NOTICES_PER_PAGE,
    ...(start ? { after: start } : {}),
  });
  const last = page.at(-1);
  return {
    notices: await Promise.all(page.map((one) => noticeSummary(store, one, call))),
    ...(last && page.length === NOTICES_PER_PAGE ? { next: last.id } : {}),
  };
}

async function form(nowMs: number, deps: NoticeApiDeps): Promise<NoticeForm> {
  const { store } = deps;
  await refreshSizes(deps);
  const { name: officeName } = await officeOf(store);
  const year = formatFiscalYear(fiscalYearOf(dayOf(nowMs)));
  const linked = await store.query({
    collection: groups,
    where: [['status', '==', 'linked']],
    limit: MAX_GROUPS,
  });
  const settings = await noticeSettingsOf(store);
  return {
    kinds: NOTICE_KINDS.map((kind) => ({
      id: kind.id,
      label: kind.label,
      hint: kind.hint,
      ...filledTemplate(kind, { officeName, year }),
      asksAck: kind.asksAck,
      ...(kind.readDays === undefined ? {} : { readDays: kind.readDays }),
    })),
    groups: await Promise.all(
      linked.map(async ({ id, data }) => {
        const people = await sizeOf(store, id);
        return {
          id,
          name: data.name || t.unnamedGroup,
          ...(people === undefined ? {} : { people }),
          chosen: data.topics.includes('notices'),
        };
      }),
    ),
    quietText: t.quietText(settings.quietFromHour, settings.quietToHour),
    titleMax: NOTICE_TITLE_UNITS_MAX,
    textMax: NOTICE_TEXT_UNITS_MAX,
  };
}

async function preview(
  { content, correctsId }: NoticePreviewBody,
  nowMs: number,
  deps: NoticeApiDeps,
): Promise<NoticePreview> {
  const { store } = deps;
  await refreshSizes(deps);
  const month = await monthNow(store, deps.line, nowMs);
  const cost = await noticeCost(store, content.groupIds, month);
  const corrects = correctsId !== undefined;
  const message = noticeCard(PREVIEW_ID, content, await cardWorldOf(store, content, deps), { corrects });
  return {
    message: { ...message },
    cost,
    warnings: [
      ...(content.pictureId !== undefined && !showsPictures(deps)
        ? [{ code: 'picture-not-public', text: t.pictureNotPublic }]
        : []),
      ...(cost.fits ? [] : [{ code: 'month-too-short', text: t.monthTooShort }]),
    ],
  };
}

/** Everybody who has not acknowledged is reminded from now on, instead of on the day by which it should have been read. */
async function remindNow(
  tx: Pick<Transaction, 'get'>,
  edit: NoticeEdit,
  rev: number,
): Promise<NoticeChanged> {
  const before = (await tx.get(ref(notices, edit.id)))?.data;
  if (!before) return { kind: 'gone' };
  if (before.rev !== rev) return { kind: 'stale' };
  if (before.status !== 'posted' || !before.content.asksAck || before.remindedAtMs !== undefined)
    return { kind: 'refused', sentence: t.remindNone };
  const after = { ...before, remindAtMs: edit.nowMs, nextCheckAtMs: edit.nowMs, rev: before.rev + 1 };
  const audit = [
    {
      actor: { kind: 'member' as const, userId: edit.userId },
      action: 'notices.reminded',
      subject: edit.id,
      detail: {},
    },
  ];
  return { kind: 'changed', after, outcome: { writes: [set(ref(notices, edit.id), after)], audit } };
}

async function change(
  call: WriteCall<unknown>,
  deps: NoticeApiDeps,
  newId: string,
  decide: (tx: Transaction, edit: NoticeEdit) => Promise<NoticeChanged>,
): Promise<object> {
  const edit = { id: newId, userId: call.userId, nowMs: call.nowMs };
  const { id } = await commitRequest(deps, { request: call.request, feature: 'notices' }, async (tx) => {
    const result = await decide(tx, edit);
    if (result.kind === 'gone') throw new ApiError('not-found');
    if (result.kind === 'stale') throw new ApiError('changed');
    if (result.kind === 'refused') {
      const { sentence, field } = result;
      throw new ApiError('bad-input', { sentence, ...(field === undefined ? {} : { field }) });
    }
    return { outcome: result.outcome, answer: { id: edit.id } };
  });
  return view(call, id, deps);
}
