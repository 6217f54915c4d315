import {
  itaBodySchema,
  measureSettingsSchema,
  reportQuerySchema,
  yearQuerySchema,
} from '../../shared/measures/dashboard-api.ts';
import {
  acceptBodySchema,
  draftBodySchema,
  draftEditsBodySchema,
  draftFileQuerySchema,
  draftQuerySchema,
  PLAN_FILE_BYTES_MAX,
} from '../../shared/measures/draft-api.ts';
import {
  historyQuerySchema,
  measureListQuerySchema,
  measureReportBodySchema,
  PICTURE_BYTES_MAX,
  reassignBodySchema,
} from '../../shared/measures/measure-api.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { type FiscalYear, fiscalYearOf, makeFiscalYear } from '../../shared/thai/fiscal-year.ts';
import { readRoute } from '../api/read-route.ts';
import type { ApiRoute } from '../api/route.ts';
import { uploadRoute } from '../api/upload-route.ts';
import { writeRoute } from '../api/write-route.ts';
import { acceptDraft } from './accept-draft.ts';
import { EDITORS, READERS } from './access.ts';
import { changeSettings, settingsView } from './change-settings.ts';
import { dashboardOf } from './dashboard.ts';
import type { MeasureApiDeps } from './deps.ts';
import { draftView, openDrafts } from './draft-view.ts';
import { editDraft } from './edit-draft.ts';
import { addressOf, readableMeasure } from './find-measure.ts';
import { enterIta, itaOf } from './ita.ts';
import { itaView } from './ita-view.ts';
import { listMeasures } from './list.ts';
import { historyPage, measureView } from './measure-view.ts';
import { pictureOf, takePicture } from './pictures.ts';
import { previewReport } from './preview.ts';
import { planNow, yearNow } from './read-plan.ts';
import { reassignMeasure } from './reassign.ts';
import { reportOnMeasure } from './report.ts';
import { settingsOf } from './settings.ts';
import { startDraft, startDraftFromFile } from './start-draft.ts';

const MEMBERS = { allowed: 'every-member' } as const;
const READING = { allowed: READERS } as const;
const EDITING = { allowed: EDITORS } as const;

/**
 * The routes of measures. Roles stand here; whose a measure is, each route looks up in the store at every call (G10). Fixed paths
 * come before those with a year, so that no plan can hide them.
 */
export function measureRoutes(deps: MeasureApiDeps): readonly ApiRoute[] {
  const { store } = deps;
  return [
    readRoute('/measures', { ...MEMBERS, query: measureListQuerySchema }, (call) =>
      listMeasures(call, store),
    ),
    readRoute('/measures/dashboard', { ...READING, query: yearQuerySchema }, (call) =>
      dashboardOf(call, store),
    ),
    readRoute('/measures/report', { ...READING, query: reportQuerySchema }, ({ query, nowMs }) =>
      previewReport(query, nowMs, store),
    ),
    readRoute('/measures/settings', READING, async () => settingsView(await settingsOf(store))),
    writeRoute('/measures/settings', { allowed: ['admin'], body: measureSettingsSchema }, (call) =>
      changeSettings(call, deps),
    ),
    readRoute('/measures/ita', { ...READING, query: yearQuerySchema }, ({ query, nowMs }) =>
      readIta(query.year, nowMs, deps),
    ),
    writeRoute('/measures/ita', { ...EDITING, body: itaBodySchema }, (call) => enterIta(call, deps)),
    readRoute('/measures/drafts', EDITING, ({ nowMs }) => openDrafts(store, nowMs)),
    writeRoute('/measures/drafts', { ...EDITING, body: draftBodySchema }, (call) => startDraft(call, deps)),
    uploadRoute(
      '/measures/drafts/file',
      { ...EDITING, maxFileBytes: PLAN_FILE_BYTES_MAX, query: draftFileQuerySchema },
      (call) => startDraftFromFile(call, deps),
    ),
    readRoute('/measures/drafts/:id', { ...EDITING, query: draftQuerySchema }, ({ params, query, nowMs }) =>
      store.transact((tx) => draftView(tx, params['id'] ?? '', query, nowMs)),
    ),
    writeRoute('/measures/drafts/:id/edits', { ...EDITING, body: draftEditsBodySchema }, (call) =>
      editDraft(call, deps),
    ),
    writeRoute('/measures/drafts/:id/accept', { ...EDITING, body: acceptBodySchema }, (call) =>
      acceptDraft(call, deps),
    ),
    readRoute('/measures/pictures/:id', MEMBERS, (call) => pictureOf(call, deps)),
    readRoute('/measures/:year/:id', MEMBERS, ({ params, member, nowMs }) =>
      store.transact(async (tx) => {
        const record = await readableMeasure(tx, addressOf(params).key, member);
        return measureView(tx, record, await settingsOf(tx), member, dayOf(nowMs));
      }),
    ),
    readRoute(
      '/measures/:year/:id/history',
      { ...MEMBERS, query: historyQuerySchema },
      ({ params, member, query }) =>
        store.transact(async (tx) =>
          historyPage(tx, await readableMeasure(tx, addressOf(params).key, member), query.before),
        ),
    ),
    writeRoute('/measures/:year/:id/reports', { ...MEMBERS, body: measureReportBodySchema }, (call) =>
      reportOnMeasure(call, deps),
    ),
    uploadRoute('/measures/:year/:id/pictures', { ...MEMBERS, maxFileBytes: PICTURE_BYTES_MAX }, (call) =>
      takePicture(call, deps),
    ),
    writeRoute('/measures/:year/:id/units', { ...EDITING, body: reassignBodySchema }, (call) =>
      reassignMeasure(call, deps),
    ),
  ];
}

function readIta(wanted: number | undefined, nowMs: number, { store }: MeasureApiDeps) {
  const today = dayOf(nowMs);
  return store.transact(async (tx) => {
    const year: FiscalYear =
      (wanted === undefined ? yearNow(await settingsOf(tx), today) : makeFiscalYear(wanted)) ??
      fiscalYearOf(today);
    return itaView(year, await itaOf(tx, year), await planNow(tx, today, year));
  });
}
