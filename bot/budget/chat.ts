import type { Outcome } from '../commit/outcome.ts';
import { say } from '../line/card.ts';
import { holds, memberOf } from '../people/read-people.ts';
import type { ButtonPress } from '../webhook/event.ts';
import type { ChatFeature, Talk } from '../webhook/feature.ts';
import { answerColumn, answerYear, readAgain } from './answers.ts';
import { sendNow, useUpload } from './confirm.ts';
import { type BudgetFlow, budgetFlow } from './flow.ts';
import { pressRestore, showHistory } from './history.ts';
import { chooseQuarter, saveTarget, startTarget } from './target.ts';
import { budgetText as t } from './text.ts';
import { cancelUpload, takeFile } from './upload.ts';
import { showSummary, showView } from './view.ts';

/** The office's spending: everybody may look, the finance role brings in the workbooks. */
export const budgetFeature: ChatFeature = {
  name: 'budget',
  commands: [
    { name: 'history', words: ['ประวัติงบ', 'ประวัติงบประมาณ'], where: 'user' },
    { name: 'target', words: ['เป้าหมาย', 'ตั้งเป้าหมาย'], where: 'user' },
    { name: 'upload', words: ['ส่งไฟล์งบ', 'นำเข้างบ'], where: 'user' },
    { name: 'summary', words: ['งบ', 'งบประมาณ', 'สรุปงบ'], where: 'anywhere', takesRest: true },
  ],
  menu: [
    { label: 'ดูการใช้จ่ายงบประมาณ', says: 'งบ', for: 'everyone' },
    { label: 'ส่งไฟล์งบประมาณ', says: 'ส่งไฟล์งบ', for: ['finance'] },
    { label: 'ตั้งเป้าหมายไตรมาส', says: 'เป้าหมาย', for: ['finance'] },
    { label: 'ประวัติข้อมูลงบประมาณ', says: 'ประวัติงบ', for: ['finance'] },
  ],
  accepts: ({ chat, input }) => chat.kind === 'user' && input.kind === 'file',
  handle,
};

async function handle(talk: Talk): Promise<Outcome> {
  const { trigger, event, tx } = talk;
  if (trigger.kind === 'command' && trigger.name === 'summary') return showSummary(talk, trigger.rest);
  if (trigger.kind === 'button' && trigger.press.action === 'view') return showView(talk, trigger.press);
  if (trigger.kind === 'input' && trigger.input.kind === 'file') return takeFile(talk, trigger.input);

  const finance = event.chat.kind === 'user' && holds(await memberOf(tx, event.userId), 'finance');
  if (!finance) return { reply: [say(t.onlyFinance)], ...(talk.flow ? { flow: null } : {}) };
  if (trigger.kind === 'command') {
    if (trigger.name === 'history') return showHistory(talk);
    return trigger.name === 'target' ? startTarget(talk) : { reply: [say(t.howToSend)] };
  }
  const parsed = budgetFlow.safeParse(talk.flow);
  const flow = parsed.success ? parsed.data : undefined;
  if (trigger.kind === 'cancel')
    return flow ? cancelUpload(talk, flow) : { reply: [say(t.cancelled)], flow: null };
  if (trigger.kind === 'button') return pressed(talk, trigger.press, flow);
  if (trigger.kind !== 'answer' || !flow) return { reply: [say(t.previewGone)], flow: null };
  if (trigger.input.kind === 'file') return replaceFile(talk, flow, trigger.input);
  return trigger.input.kind === 'text'
    ? typed(talk, flow, trigger.input.text)
    : { reply: [say(t.finishFirst)] };
}

/** Another file while one is open: the newest one counts. */
async function replaceFile(
  talk: Talk,
  flow: BudgetFlow,
  input: Parameters<typeof takeFile>[1],
): Promise<Outcome> {
  const dropped = await cancelUpload(talk, flow);
  const taken = await takeFile(talk, input);
  return { ...taken, writes: [...(dropped.writes ?? []), ...(taken.writes ?? [])] };
}

async function typed(talk: Talk, flow: BudgetFlow, said: string): Promise<Outcome> {
  if (flow.step === 'target-quarter') return chooseQuarter(flow, said);
  if (flow.step === 'target-percent') return saveTarget(talk, flow, said);
  if (flow.step === 'reading') return { reply: [say(t.waitReading)] };
  const word = said.trim();
  if (flow.step === 'confirm' && word === t.confirm) return useUpload(talk, flow.uploadId, 'confirmed');
  if (flow.step === 'column') {
    const n = flow.labels.indexOf(word);
    if (n >= 0) return answerColumn(talk, flow, n);
  }
  if (flow.step === 'year') return answerYear(talk, flow, said);
  return { reply: [say(t.finishFirst)] };
}

/** Buttons of a conversation change nothing once it moved on. */
async function pressed(talk: Talk, press: ButtonPress, flow: BudgetFlow | undefined): Promise<Outcome> {
  if (press.action.startsWith('restore')) return pressRestore(talk, press);
  if (press.action === 'send-now') return sendNow(talk, press.values['u'] ?? '', Number(press.values['rev']));
  if (!flow || Number(press.values['rev']) !== talk.rev) return { reply: [say(t.previewGone)] };
  if (press.action === 'cancel') return cancelUpload(talk, flow);
  if (press.action === 'confirm' && flow.step === 'confirm')
    return useUpload(talk, flow.uploadId, 'confirmed');
  if (press.action === 'column' && flow.step === 'column')
    return answerColumn(talk, flow, Number(press.values['n']));
  if (press.action === 'accept' && flow.step === 'doubt') {
    return readAgain(talk, flow, { ...flow, accepted: [...flow.accepted, flow.doubtId] });
  }
  if (press.action === 'year' && flow.step === 'year') return answerYear(talk, flow, press.values['y'] ?? '');
  if (press.action === 'quarter' && flow.step === 'target-quarter')
    return chooseQuarter(flow, press.values['q'] ?? '');
  return { reply: [say(t.previewGone)] };
}
