import { parseReceiptCode, type ReceiptCode } from '../../shared/complaints/receipt-code.ts';
import { nextSteps } from '../../shared/complaints/statuses.ts';
import { statusTexts } from '../../shared/complaints/text.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import { bubble, button, COLORS, type Component, flex, press, say, separator, text } from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { openReply } from '../sealing/reply-channel.ts';
import { MAX_PAGE } from '../store/store.ts';
import { buttonData } from '../webhook/button.ts';
import type { ComplaintDeps } from './deps.ts';
import type { Found } from './look-ups.ts';
import { type Case, caseThread, type HistoryEntry } from './records.ts';
import { complaintText as t } from './text.ts';

/** Officers' messages shown at once; the newest ones count. */
const MESSAGES_SHOWN = 3;
/** Steps shown. */
const STEPS_SHOWN = 8;
const MINUTE_MS = 60_000;

/** What a look at a case gives, ready to be shown. */
export interface FollowUp {
  readonly messages: readonly Message[];
  /** Set when the code was right: which case it is, readable by this process only. */
  readonly ticket?: string;
}

/** Reads a code as typed, finds its case, opens the officers' messages with it, and says how things stand. */
export async function followUp(
  said: string,
  userId: string,
  deps: ComplaintDeps,
  nowMs: number,
): Promise<FollowUp> {
  const typed = parseReceiptCode(said);
  if (typed.kind === 'mistyped') return { messages: [say(t.followMistyped)] };
  if (typed.kind !== 'code') return { messages: [say(t.followHow)] };
  return followCode(typed.code, userId, deps, nowMs);
}

async function followCode(
  code: ReceiptCode,
  userId: string,
  deps: ComplaintDeps,
  nowMs: number,
): Promise<FollowUp> {
  const found = await deps.lookUps.find(code, userId, nowMs);
  if (found.kind === 'wait') return { messages: [say(t.followWait(Math.ceil(found.waitMs / MINUTE_MS)))] };
  if (found.kind === 'unknown') return { messages: [say(t.followUnknown)] };
  const ticket = deps.tickets.issue(found.caseId, nowMs);
  const replies = await openReplies(found, deps);
  const card = found.case ? statusCard(found.case, ticket) : waitingCard(found);
  return { ticket, messages: [card, ...replies] };
}

async function openReplies(
  found: Extract<Found, { kind: 'found' }>,
  { store }: ComplaintDeps,
): Promise<readonly Message[]> {
  if (!found.case || found.case.erasedDay) return [];
  const thread = await store.query({
    collection: caseThread,
    where: [['caseId', '==', found.caseId]],
    limit: MAX_PAGE,
  });
  const fromOffice = thread
    .map(({ data }) => data)
    .filter(({ citizen }) => citizen !== undefined)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-MESSAGES_SHOWN);
  if (fromOffice.length === 0) return [say(t.followNoMessages)];
  const texts = await Promise.all(
    fromOffice.map(async ({ citizen, day, status }) => {
      const words = citizen ? await openReply(found.replyKey, citizen) : '';
      const label = status ? ` · ${statusTexts[status].label}` : '';
      return `${formatDay(day, 'short')}${label}\n${words}`;
    }),
  );
  return texts.map((one) => say(one));
}

function waitingCard({ pooled }: Extract<Found, { kind: 'found' }>): Message {
  const { label, plainWords } = statusTexts.received;
  return flex(
    label,
    bubble({
      kicker: t.followTitle,
      title: label,
      body: [
        text(plainWords, { size: 'sm', margin: 'md' }),
        ...(pooled
          ? [text(t.followReceived(formatDay(pooled.receivedDay, 'long')), { size: 'sm', margin: 'lg' })]
          : []),
      ],
    }),
  );
}

function statusCard(found: Case, ticket: string): Message {
  const { clear } = found;
  const { label, plainWords } = statusTexts[clear.status];
  if (found.erasedDay !== undefined) return say(t.followErased);
  const may = nextSteps(clear.status, 'complainant').some(({ id }) => id === 'disputed');
  const data = (purpose: string) => buttonData('complaints', 'reply', { p: purpose, c: ticket });
  return flex(
    label,
    bubble({
      kicker: t.followTitle,
      title: label,
      body: [
        text(plainWords, { size: 'sm', margin: 'md' }),
        text(clear.answeredDay === null ? t.followDue(formatDay(clear.dueDay, 'long')) : t.followStopped, {
          size: 'md',
          weight: 'bold',
          color: COLORS.green,
          margin: 'lg',
        }),
        separator(),
        text(t.followSteps, { size: 'xs', color: COLORS.muted, margin: 'lg' }),
        ...found.history.slice(-STEPS_SHOWN).map(stepLine),
      ],
      buttons: [
        button(press(t.answer, data('answer'), t.answer)),
        ...(may ? [button(press(t.dispute, data('dispute'), t.dispute), 'secondary')] : []),
      ],
    }),
  );
}

function stepLine(entry: HistoryEntry): Component {
  return text(`${formatDay(entry.day, 'short')} ${stepName(entry)}`, { size: 'sm', margin: 'sm' });
}

/** What happened, in the words everybody may read. */
export function stepName(entry: HistoryEntry): string {
  if (entry.what === 'status' && entry.status) return statusTexts[entry.status].label;
  if (entry.what === 'extended') return t.history.extended(entry.days ?? 0);
  return entry.what === 'status' ? '' : t.history[entry.what];
}
