import {
  CASE_MESSAGE_UNITS_MAX,
  type CaseFile,
  type CaseMessage,
  type CaseSummary,
  type CaseView,
} from '../../shared/complaints/case-api.ts';
import type { CaseClear } from '../../shared/complaints/case-clear.ts';
import { categoryOf } from '../../shared/complaints/categories.ts';
import { ELEMENTS } from '../../shared/complaints/completeness.ts';
import { clockState } from '../../shared/complaints/deadlines.ts';
import { FIELDS } from '../../shared/complaints/questions.ts';
import { nextSteps, statusOf } from '../../shared/complaints/statuses.ts';
import { completenessText, questionTexts } from '../../shared/complaints/text.ts';
import type { Day } from '../../shared/thai/days.ts';
import { members } from '../people/records.ts';
import { MAX_PAGE, ref, type Store } from '../store/store.ts';
import type { CaseOpener, OpenedFile, OpenedPieces } from './case-content.ts';
import { stepName } from './follow.ts';
import { clockWords } from './officer-cards.ts';
import { type Case, caseThread, type ThreadEntry } from './records.ts';
import { settingsOf } from './settings.ts';

/** A case as a list shows it: clear facts only. */
export function caseSummary(
  id: string,
  clear: CaseClear,
  names: ReadonlyMap<string, string>,
  readerId: string,
  today: Day,
): CaseSummary {
  const clock = clockState(clear, today);
  const assigneeName = clear.assigneeId === null ? undefined : names.get(clear.assigneeId);
  return {
    id,
    number: clear.number,
    category: clear.category,
    categoryLabel: categoryOf(clear.category).label,
    status: clear.status,
    statusLabel: statusOf(clear.status).label,
    receivedDay: clear.receivedDay,
    dueDay: clear.dueDay,
    clock: {
      state: clock.kind === 'stopped' ? 'stopped' : clock.overdueBy > 0 ? 'overdue' : 'running',
      text: clockWords(clear, today),
    },
    ...(assigneeName === undefined ? {} : { assigneeName }),
    filled: clear.filledCount,
    of: ELEMENTS.length,
    attachmentCount: clear.attachmentCount,
    mine: clear.assigneeId === readerId,
  };
}

/** Names of the members who took cases. */
export async function assigneeNames(
  store: Store,
  clears: readonly CaseClear[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(clears.flatMap(({ assigneeId }) => assigneeId ?? []))];
  const found = await Promise.all(ids.map((id) => store.get(ref(members, id))));
  return new Map(found.flatMap((member) => (member ? [[member.id, member.data.name] as const] : [])));
}

/** A case opened for one reader: everything that was written, its thread and its next steps. */
export async function caseView(
  id: string,
  found: Case,
  readerId: string,
  today: Day,
  { store, opener }: { readonly store: Store; readonly opener: CaseOpener },
): Promise<CaseView> {
  const names = await assigneeNames(store, [found.clear]);
  const opened = await opener.case(id, found);
  const thread = await store.query({
    collection: caseThread,
    where: [['caseId', '==', id]],
    limit: MAX_PAGE,
  });
  const ordered = thread
    .map(({ id: entryId, data }) => ({ n: Number(entryId.slice(id.length + 1)), data }))
    .sort((a, b) => a.n - b.n);
  const { deadlines } = await settingsOf({ get: store.get.bind(store) });
  const { clear } = found;
  return {
    ...caseSummary(id, clear, names, readerId, today),
    rev: found.rev,
    answers: answersOf(opened),
    missing: missingOf(found, opened),
    attachments: opened.files.map((file, n) => fileOf(file, `c-${n}`, n)),
    thread: await Promise.all(ordered.map(({ n, data }) => messageOf(id, n, data, opener))),
    history: found.history.map((entry) => ({ day: entry.day, text: stepName(entry) })),
    steps: nextSteps(clear.status, 'officer').map(({ id: to, label, needsReason }) => ({
      to,
      label,
      needsReason,
    })),
    mayExtend:
      clear.answeredDay === null &&
      today <= clear.dueDay &&
      clear.extensions.length < deadlines.extensionsMax,
    extensionDaysMax: deadlines.extensionDaysMax,
    maxMessageLength: CASE_MESSAGE_UNITS_MAX,
  };
}

function answersOf({ texts }: OpenedPieces): CaseView['answers'] {
  return FIELDS.map((field) => ({
    field,
    label: questionTexts[field].name,
    texts: texts.filter((one) => one.field === field).map(({ text }) => text),
  })).filter(({ texts: said }) => said.length > 0);
}

/** What is missing, told from what is there; the accused's unit is not kept, so it is not among it. */
function missingOf(found: Case, { texts, files }: OpenedPieces): string[] {
  const there = new Set<string>(texts.map(({ field }) => field));
  if (files.length > 0 || found.clear.attachmentCount > 0) there.add('evidence');
  return ELEMENTS.filter((element) => element !== 'whoUnit' && !there.has(element)).map(
    (element) => completenessText.missing[element],
  );
}

function fileOf({ file }: OpenedFile, id: string, n: number): CaseFile {
  return {
    id,
    kind: file.isImage ? 'image' : 'file',
    label: `${n + 1}`,
    contentType: file.contentType,
    sizeBytes: file.sizeBytes,
  };
}

async function messageOf(
  caseId: string,
  n: number,
  entry: ThreadEntry,
  opener: CaseOpener,
): Promise<CaseMessage> {
  const opened = await opener.thread(caseId, n, entry);
  return {
    id: String(n),
    from: entry.from,
    day: entry.day,
    texts: opened.texts.map(({ text }) => text),
    attachments: opened.files.map((file, at) => fileOf(file, `t-${n}-${at}`, at)),
  };
}
