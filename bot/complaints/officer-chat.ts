import { isStatus } from '../../shared/complaints/statuses.ts';
import { statusTexts } from '../../shared/complaints/text.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { type Outcome, set } from '../commit/outcome.ts';
import { bubble, button, carousels, press, say, text } from '../line/card.ts';
import { holds, memberOf, membersWith } from '../people/read-people.ts';
import { members } from '../people/records.ts';
import { ref } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { Talk } from '../webhook/feature.ts';
import { type CaseChange, changeCase } from './change-case.ts';
import type { ComplaintDeps } from './deps.ts';
import { caseBubble, caseMessages } from './officer-cards.ts';
import { type CaseLine, caseLines, complaintSettings, SETTINGS_ID, subId } from './records.ts';
import { settingsOf } from './settings.ts';
import { STATISTICS_READERS, showStatistics } from './statistics.ts';
import { complaintText as t } from './text.ts';

/** Cases on one answer, the most urgent first. */
const CASES_SHOWN = 10;

/** `เรื่อง`, `สถิติร้องเรียน`, `ผู้อ่านเรื่องผู้บริหาร`. Roles are looked up now, not when the button was drawn. */
export async function officerCommand(talk: Talk, name: string, deps: ComplaintDeps): Promise<Outcome> {
  const member = await memberOf(talk.tx, talk.event.userId);
  if (name === 'statistics') {
    const may = STATISTICS_READERS.some((role) => holds(member, role));
    return may ? showStatistics(talk) : { reply: [say(t.onlyOfficer)] };
  }
  if (name === 'head-readers') {
    return holds(member, 'admin') ? headReaders(talk) : { reply: [say(t.onlyOfficer)] };
  }
  if (!holds(member, 'officer')) return { reply: [say(t.onlyOfficer)] };
  return listCases(talk, deps);
}

async function listCases(talk: Talk, deps: ComplaintDeps): Promise<Outcome> {
  const lines = await talk.tx.query({
    collection: caseLines,
    where: [
      ['memberId', '==', talk.event.userId ?? '-'],
      ['isOpen', '==', true],
    ],
    orderBy: { field: 'dueDay', direction: 'asc' },
    limit: CASES_SHOWN,
  });
  if (lines.length === 0) return { reply: [say(t.noOpenCases)] };
  const today = dayOf(talk.nowMs);
  const names = await assigneeNames(
    talk,
    lines.map(({ data }) => data),
  );
  const bubbles = lines.map(({ data }) =>
    caseBubble({
      line: data,
      today,
      assigneeName: names.get(data.clear.assigneeId ?? ''),
      url: deps.liffUrl(`cases/${data.caseId}`),
    }),
  );
  return { reply: carousels(t.casesAlt(lines.length), bubbles).slice(0, 4) };
}

async function assigneeNames(talk: Talk, lines: readonly CaseLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(lines.flatMap(({ clear }) => clear.assigneeId ?? []));
  const names = new Map<string, string>();
  for (const id of ids) {
    const member = await talk.tx.get(ref(members, id));
    if (member) names.set(id, member.data.name);
  }
  return names;
}

/** A button of a case card, or of the list of head readers. */
export async function officerPress(talk: Talk, pressed: ButtonPress, deps: ComplaintDeps): Promise<Outcome> {
  const { userId } = talk.event;
  const member = await memberOf(talk.tx, userId);
  if (pressed.action === 'head-toggle') {
    return holds(member, 'admin') ? toggleHeadReader(talk, pressed) : { reply: [say(t.onlyOfficer)] };
  }
  if (userId === undefined || !holds(member, 'officer')) return { reply: [say(t.onlyOfficer)] };
  const caseId = pressed.values['c'] ?? '-';
  const line = (await talk.tx.get(ref(caseLines, subId(userId, caseId))))?.data;
  if (!line) return { reply: [say(t.caseGone)] };
  const today = dayOf(talk.nowMs);
  const url = deps.liffUrl(`cases/${caseId}`);
  const names = await assigneeNames(talk, [line]);
  const assigneeName = names.get(line.clear.assigneeId ?? '');
  if (Number(pressed.values['r']) !== line.rev) {
    return { reply: [say(t.stale), ...caseMessages({ line, today, url, assigneeName })] };
  }
  const to = pressed.values['to'] ?? '';
  const change: CaseChange | undefined =
    pressed.action === 'case-take'
      ? { kind: 'take', memberId: userId, today }
      : isStatus(to)
        ? { kind: 'move', to, by: 'officer', hasReason: false, today }
        : undefined;
  if (!change) return { reply: caseMessages({ line, today, url, assigneeName }) };
  const changed = await changeCase(talk.tx, caseId, change, userId);
  if (changed.kind !== 'changed') return { reply: [say(t.cannotNow)] };
  const { clear, rev } = changed.after;
  const kicker = change.kind === 'move' ? t.moved(statusTexts[change.to].label) : t.taken;
  const name = change.kind === 'take' ? member?.name : assigneeName;
  return {
    reply: caseMessages({ line: { caseId, clear, rev }, today, url, assigneeName: name, kicker }),
    writes: changed.writes,
    audit: changed.audit,
  };
}

async function headReaders(talk: Talk): Promise<Outcome> {
  const { headReaderIds } = await settingsOf(talk.tx);
  const officers = await membersWith(talk.tx, 'officer');
  if (officers.length === 0) return { reply: [say(t.headReadersNone)] };
  const bubbles = [];
  for (const id of officers) {
    const member = (await talk.tx.get(ref(members, id)))?.data;
    if (!member) continue;
    const isChosen = headReaderIds.includes(id);
    const action = press(
      isChosen ? t.notChosen : t.chosen,
      buttonData('complaints', 'head-toggle', { m: id }),
    );
    bubbles.push(
      bubble({
        size: 'kilo',
        kicker: isChosen ? t.chosen : t.notChosen,
        title: member.name,
        body: [text(member.unit, { size: 'sm', margin: 'sm' })],
        buttons: [button(action, isChosen ? 'secondary' : 'primary')],
      }),
    );
  }
  return { reply: [say(t.headReadersHow), ...carousels(t.headReadersTitle, bubbles)].slice(0, 5) };
}

async function toggleHeadReader(talk: Talk, pressed: ButtonPress): Promise<Outcome> {
  const id = pressed.values['m'] ?? '-';
  const settings = await settingsOf(talk.tx);
  const isChosen = settings.headReaderIds.includes(id);
  const member = await memberOf(talk.tx, id);
  if (!holds(member, 'officer') || !member) return { reply: [say(t.stale)] };
  const others = settings.headReaderIds.filter((one) => one !== id);
  const headReaderIds = isChosen ? others : [...others, id];
  return {
    reply: [say(`${member.name}: ${isChosen ? t.notChosen : t.chosen}`)],
    writes: [set(ref(complaintSettings, SETTINGS_ID), { ...settings, headReaderIds })],
    audit: [
      {
        actor: { kind: 'member', userId: talk.event.userId ?? '-' },
        action: 'complaints.head-reader',
        subject: id,
        detail: { chosen: !isChosen },
      },
    ],
  };
}
