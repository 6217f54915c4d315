import type { IntakeInput } from '../../shared/complaints/intake-input.ts';
import { findReceiptCode, parseReceiptCode } from '../../shared/complaints/receipt-code.ts';
import type { Outcome } from '../commit/outcome.ts';
import { bubble, button, flex, say, text } from '../line/card.ts';
import { officeOf } from '../people/read-people.ts';
import { currentSealingKey } from '../sealing/read-sealing-keys.ts';
import type { ChatFeature, Foresight, Talk } from '../webhook/feature.ts';
import {
  answerPrompt,
  cancelAnswer,
  dropAnswerPiece,
  keepAnswerPiece,
  type PreparedAnswer,
  prepareAnswer,
  sendAnswer,
} from './answer-chat.ts';
import { attachRequest } from './attach.ts';
import { intakeInputOf } from './buttons.ts';
import type { ComplaintDeps } from './deps.ts';
import { type PreparedFiling, prepareFiling } from './filing.ts';
import { type Answering, type ComplaintFlow, parseComplaintFlow } from './flow.ts';
import { type FollowUp, followUp } from './follow.ts';
import { elsewhereLines } from './intake-cards.ts';
import { lengthOf, takeIntakeStep, typedButton } from './intake-chat.ts';
import { officerCommand, officerPress } from './officer-chat.ts';
import { setReminder } from './reminder.ts';
import { type SealedArrival, sealArrival } from './seal-arrival.ts';
import { complaintText as t } from './text.ts';

/** What is done before the transaction: everything slow, nothing that has an effect. */
interface Prepared {
  readonly arrival?: SealedArrival;
  readonly filing?: PreparedFiling;
  readonly follow?: FollowUp;
  readonly answer?: PreparedAnswer;
}

const OFFICER_COMMANDS = ['cases', 'statistics', 'head-readers'];

/** Complaints: the citizen's intake and follow-up, and the officer's list. Made with no private key in reach. */
export function createComplaintsFeature(deps: ComplaintDeps): ChatFeature {
  return {
    name: 'complaints',
    commands: [
      { name: 'start', words: ['ร้องเรียน', 'ร้องเรียนการทุจริต', 'แจ้งทุจริต'], where: 'anywhere' },
      { name: 'follow', words: ['ติดตาม', 'ติดตามเรื่อง'], where: 'user', takesRest: true },
      { name: 'cases', words: ['เรื่อง', 'เรื่องร้องเรียน'], where: 'user' },
      { name: 'statistics', words: ['สถิติร้องเรียน', 'สถิติเรื่องร้องเรียน'], where: 'user' },
      { name: 'head-readers', words: ['ผู้อ่านเรื่องผู้บริหาร'], where: 'user' },
    ],
    menu: [
      { label: 'ร้องเรียนการทุจริต', says: 'ร้องเรียน', for: 'everyone' },
      { label: 'ติดตามเรื่องร้องเรียน', says: 'ติดตาม', for: 'everyone' },
      { label: 'เรื่องร้องเรียนที่ดำเนินการ', says: 'เรื่อง', for: ['officer'] },
      { label: 'สถิติเรื่องร้องเรียน', says: 'สถิติร้องเรียน', for: ['officer', 'executive', 'admin'] },
      { label: 'ผู้อ่านเรื่องผู้บริหาร', says: 'ผู้อ่านเรื่องผู้บริหาร', for: ['admin'] },
    ],
    // A code typed alone is looked up; a code in a group is answered with a warning.
    accepts: ({ input, chat }) =>
      input.kind === 'text' &&
      (chat.kind === 'group'
        ? findReceiptCode(input.text) !== undefined
        : parseReceiptCode(input.text).kind !== 'not-a-code'),
    prepare: (foresight) => prepare(foresight, deps),
    handle: (talk) => handle(talk, deps),
  };
}

async function prepare(foresight: Foresight, deps: ComplaintDeps): Promise<Prepared> {
  const { trigger, event, nowMs } = foresight;
  const flow = parseComplaintFlow(foresight.flow);
  const userId = event.userId ?? '';
  if (trigger.kind === 'command' && trigger.name === 'follow') {
    return { follow: await followUp(trigger.rest, userId, deps, nowMs) };
  }
  if (trigger.kind === 'input' && trigger.input.kind === 'text') {
    return { follow: await followUp(trigger.input.text, userId, deps, nowMs) };
  }
  if (trigger.kind === 'button') {
    if (trigger.press.action === 'in' && trigger.press.values['k'] === 'file') {
      return { filing: await prepareFiling(deps.random, deps.secrets) };
    }
    if (trigger.press.action === 'send' && flow?.kind === 'answering') {
      const answer = await prepareAnswer(flow, deps.tickets.read(flow.ticket, nowMs), deps);
      return answer ? { answer } : {};
    }
  }
  if (trigger.kind !== 'answer' || !flow) return {};
  const { input } = trigger;
  if (input.kind === 'location') {
    const { title, address, latitude, longitude } = input;
    const place = [title, address, `${latitude}, ${longitude}`].filter(Boolean).join('\n');
    const arrival = await sealArrival({ kind: 'text', text: place }, deps, nowMs);
    return arrival ? { arrival } : {};
  }
  if (input.kind !== 'text') return {};
  if (flow.kind === 'answering' && flow.ticket === '' && parseReceiptCode(input.text).kind !== 'not-a-code') {
    return { follow: await followUp(input.text, userId, deps, nowMs) };
  }
  if (findReceiptCode(input.text)) return {};
  const arrival = await sealArrival({ kind: 'text', text: input.text }, deps, nowMs);
  return arrival ? { arrival } : {};
}

async function handle(talk: Talk, deps: ComplaintDeps): Promise<Outcome> {
  const { trigger, event } = talk;
  const prepared = (talk.prepared ?? {}) as Prepared;
  if (event.chat.kind === 'group') return inGroup(talk, deps);
  if (trigger.kind === 'command') {
    if (OFFICER_COMMANDS.includes(trigger.name)) return officerCommand(talk, trigger.name, deps);
    return trigger.name === 'follow' ? follow(prepared) : intake(talk, { kind: 'start' }, prepared);
  }
  if (trigger.kind === 'input') return follow(prepared);
  const flow = parseComplaintFlow(talk.flow);
  if (trigger.kind === 'button') {
    const { press } = trigger;
    if (press.action.startsWith('case') || press.action.startsWith('head'))
      return officerPress(talk, press, deps);
    if (press.action === 'remind') return setReminder(talk, press);
    if (press.action === 'reply') return startAnswer(talk, press.values, deps);
    if (press.action === 'send' || press.action === 'drop')
      return pressAnswer(talk, flow, press.action, prepared);
    const input = intakeInputOf(press.values);
    return input ? pressIntake(talk, flow, input, prepared, press.values) : { reply: [say(t.stale)] };
  }
  if (flow?.kind === 'answering') return answering(talk, flow, prepared);
  if (trigger.kind === 'cancel') return intake(talk, { kind: 'cancel' }, prepared);
  return said(talk, flow, prepared);
}

/** Nothing about a complaint belongs into a group; what was said there is not kept. */
function inGroup({ trigger }: Talk, deps: ComplaintDeps): Outcome {
  const warning = trigger.kind === 'command' ? t.inGroup : t.codeInGroup;
  const url = deps.chatUrl();
  if (trigger.kind !== 'command' || url === undefined) return { reply: [say(warning)] };
  const card = bubble({
    title: 'ร้องเรียนการทุจริต',
    body: [text(warning, { size: 'sm', margin: 'md' })],
    buttons: [button({ type: 'uri', label: t.openChat, uri: url })],
  });
  return { reply: [flex(warning, card)] };
}

function follow({ follow: found }: Prepared): Outcome {
  // The officers' words are opened with the code: they may be shown, not stored.
  return { reply: found?.messages ?? [say(t.followHow)], replyInPassing: true };
}

async function intake(talk: Talk, input: IntakeInput, prepared: Prepared, boxKey?: string): Promise<Outcome> {
  const parsed = parseComplaintFlow(talk.flow);
  const flow = parsed?.kind === 'intake' ? parsed : undefined;
  if (!flow && input.kind === 'start' && !(await currentSealingKey(talk.tx))) {
    return { reply: [say([t.noKey, ...elsewhereLines()].join('\n'))] };
  }
  const { tx, nowMs, rev, nextRev } = talk;
  const { arrival, filing } = prepared;
  return takeIntakeStep({ tx, flow, input, nowMs, rev, nextRev, arrival, filing, boxKey });
}

/** A button of an older message changes nothing, and the current question is shown again. */
async function pressIntake(
  talk: Talk,
  flow: ComplaintFlow | undefined,
  input: IntakeInput,
  prepared: Prepared,
  values: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const filed = flow?.kind === 'intake' && flow.intake.step === 'filed';
  const isCurrent = Number(values['rev']) === talk.rev;
  // After filing every button that carries the key may show the receipt; saying that it is saved needs the newest.
  if (filed && input.kind !== 'done') return intake(talk, { kind: 'file' }, prepared, values['b']);
  if (!isCurrent || flow?.kind !== 'intake') {
    const again =
      flow?.kind === 'intake' && !filed ? await intake(talk, { kind: 'edit', question: 'category' }, {}) : {};
    return { reply: [say(t.stale), ...(again.flow === undefined ? (again.reply ?? []).slice(-1) : [])] };
  }
  return intake(talk, input, prepared, values['b']);
}

async function said(talk: Talk, flow: ComplaintFlow | undefined, prepared: Prepared): Promise<Outcome> {
  const { trigger } = talk;
  if (trigger.kind !== 'answer' || flow?.kind !== 'intake') return { reply: [say(t.sendAgain)], flow: null };
  const { input } = trigger;
  if (input.kind === 'unsent') return intake(talk, { kind: 'unsend', messageId: input.messageId }, prepared);
  if (input.kind === 'file' || input.kind === 'media') return { work: [attachRequest(input)] };
  if (input.kind === 'location' && prepared.arrival) {
    const { pieceId } = prepared.arrival;
    return intake(
      talk,
      { kind: 'attached', pieceId, messageId: input.messageId, fileKind: 'location' },
      prepared,
    );
  }
  if (input.kind !== 'text') return { reply: [say(t.sendAgain)] };
  const { units } = await officeOf(talk.tx);
  const typed = typedButton(input.text, flow.intake, units);
  if (typed) return intake(talk, typed, {});
  if (findReceiptCode(input.text)) return { reply: [say(t.ownCode)] };
  if (!prepared.arrival) return { reply: [say(t.sendAgain)] };
  const { pieceId } = prepared.arrival;
  const lengthGraphemes = lengthOf(input.text);
  return intake(talk, { kind: 'said', pieceId, messageId: input.messageId, lengthGraphemes }, prepared);
}

function startAnswer(talk: Talk, values: Readonly<Record<string, string>>, deps: ComplaintDeps): Outcome {
  const ticket = values['c'] ?? '';
  if (deps.tickets.read(ticket, talk.nowMs) === undefined) return { reply: [say(t.followHow)] };
  const purpose = values['p'] === 'dispute' ? 'dispute' : 'answer';
  return {
    reply: [answerPrompt(purpose === 'dispute' ? t.disputeHow : t.answerHow, talk.nextRev)],
    flow: { kind: 'answering', ticket, purpose, pieces: [] } satisfies Answering,
  };
}

async function pressAnswer(
  talk: Talk,
  flow: ComplaintFlow | undefined,
  action: string,
  { answer }: Prepared,
): Promise<Outcome> {
  if (flow?.kind !== 'answering') return { reply: [say(t.stale)] };
  if (action === 'drop') return cancelAnswer(talk, flow);
  if (!answer && flow.pieces.length > 0) return askCode(flow);
  return sendAnswer(talk, flow, answer);
}

/** The process that knew which case it was about is gone, or the half hour is over. */
function askCode(flow: Answering): Outcome {
  return { reply: [say(t.codeAgain)], flow: { ...flow, ticket: '' } satisfies Answering };
}

async function answering(talk: Talk, flow: Answering, prepared: Prepared): Promise<Outcome> {
  const { trigger, nextRev } = talk;
  if (trigger.kind === 'cancel') return cancelAnswer(talk, flow);
  if (trigger.kind !== 'answer') return { reply: [say(t.stale)] };
  const { input } = trigger;
  if (input.kind === 'unsent') return dropAnswerPiece(talk, flow, input.messageId);
  if (input.kind === 'file' || input.kind === 'media') return { work: [attachRequest(input)] };
  if (input.kind !== 'text' && input.kind !== 'location') return { reply: [say(t.sendAgain)] };
  if (prepared.follow) return resumed(flow, prepared.follow, nextRev);
  if (input.kind === 'text' && input.text.trim() === t.sendAnswer) {
    return { reply: [answerPrompt(t.answerKept(flow.pieces.length), talk.rev)] };
  }
  if (input.kind === 'text' && findReceiptCode(input.text)) return { reply: [say(t.ownCode)] };
  if (!prepared.arrival) return { reply: [say(t.sendAgain)] };
  return keepAnswerPiece(flow, prepared.arrival, input.messageId, 'text', nextRev);
}

/** The code was typed again: the answer can be sent. */
function resumed(flow: Answering, found: FollowUp, nextRev: number): Outcome {
  if (found.ticket === undefined) return { reply: found.messages, replyInPassing: true };
  const ticket = found.ticket;
  return {
    reply: [answerPrompt(t.answerKept(flow.pieces.length), nextRev)],
    flow: { ...flow, ticket } satisfies Answering,
  };
}
