import type { Accepted, DraftView } from '../../../shared/measures/draft-api.ts';
import type { FiscalYear } from '../../../shared/thai/fiscal-year.ts';
import { spendingCsv } from '../../faults/spending-csv.ts';
import { demoPlanText } from '../../fixtures/measures/demo-plan.ts';
import { picture } from '../../unit/evidence/samples.ts';
import type { CostOffice } from './cost-office.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR = 2026 as FiscalYear;
const RECEIPT_CODE = /(?:\d{3} ){5}\d{3}/;

/** About what a phone's picture is after LINE made it smaller. */
export const PHOTO = { width: 1_280, height: 960 };

/** What an office has before anything is counted: a budget, a plan of twelve measures, and people who have used the account. */
export async function furnish(office: CostOffice): Promise<void> {
  await sendWorkbook(office);
  const text = demoPlanText('อบต.ทดสอบ', YEAR);
  const draft = (await office.post(office.admin, '/measures/drafts', { kind: 'pasted', text })).json;
  const { id, rev } = draft as unknown as DraftView;
  const accepted = await office.post(office.admin, `/measures/drafts/${id}/accept`, { rev, mode: 'replace' });
  if ((accepted.json as unknown as Accepted).added === 0) throw new Error('no plan');
  // What the first ticks do once (ask LINE for sizes, propose the season) is not counted.
  for (let n = 0; n < 2; n += 1) await office.pass(HOUR_MS);
}

/** กองคลัง sends its workbook and confirms it. */
export async function sendWorkbook(office: CostOffice): Promise<void> {
  await office.sendsFile(office.finance, 'b.csv', spendingCsv(10_000));
  await office.presses(office.finance, 'ยืนยัน');
}

/** People talk in a group; the account is not meant. */
export const talkInGroup = (office: CostOffice) =>
  office.says(office.staff, 'พรุ่งนี้ประชุมเก้าโมงนะครับ', office.group.id);

/** Somebody asks for the budget in a group. */
export const askForBudget = (office: CostOffice) => office.says(office.staff, 'งบ', office.group.id);

/** A citizen begins a complaint, up to the first question that is answered in words. */
export async function beginComplaint(office: CostOffice): Promise<void> {
  await office.says(office.citizen, 'ร้องเรียน');
  await office.presses(office.citizen, 'เริ่ม');
  await office.presses(office.citizen, 'เรียกรับสินบน/ของขวัญ');
}

/** One answer in a conversation that the program leads: sealed, kept, and the next step shown. */
export const guidedAnswer = (office: CostOffice) => office.says(office.citizen, 'นายช่างที่ตรวจรับถนน');

/** A notice: written in the mini-app, scheduled for now, sent to one group, followed until it has arrived. */
export async function postNotice(office: CostOffice): Promise<void> {
  const content = {
    kind: 'general',
    title: 'ประชุมประชาคมหมู่บ้าน',
    text: 'ขอเชิญประชุมประชาคมหมู่บ้าน วันศุกร์ที่ ๑๐ กรกฎาคม ๒๕๖๙ เวลา ๐๙.๐๐ น. ณ ศาลาอเนกประสงค์',
    groupIds: [office.group.id],
    asksAck: false,
  };
  await office.get(office.admin, '/session');
  const { id, rev } = (await office.post(office.admin, '/notices', { content })).json;
  await office.post(office.admin, `/notices/${String(id)}/schedule`, { rev, at: 'now' });
  for (let n = 0; n < 3; n += 1) await office.pass(MINUTE_MS);
  await office.pass(HOUR_MS);
  if (!office.shows(office.staff, 1, office.group.id).includes('ประชุมประชาคม')) throw new Error('not posted');
}

/** A complaint with two pictures, up to the receipt code; the citizen says that the code is saved. Gives the code. */
export async function fileComplaint(office: CostOffice): Promise<string> {
  const { citizen } = office;
  await beginComplaint(office);
  await guidedAnswer(office);
  await office.presses(citizen, 'ต่อไป');
  await office.says(citizen, 'กองช่าง');
  await office.says(citizen, 'เรียกเงินจากผู้รับเหมา');
  await office.presses(citizen, 'ต่อไป');
  await office.says(citizen, 'ข้าม');
  await office.says(citizen, 'ข้าม');
  const photo = await picture(PHOTO.width, PHOTO.height).jpeg().toBuffer();
  await office.sendsPicture(citizen, photo);
  await office.sendsPicture(citizen, photo);
  await office.says(citizen, 'ต่อไป');
  await office.says(citizen, 'ข้าม');
  await office.says(citizen, 'ยังไม่เคยแจ้ง');
  await office.presses(citizen, 'ส่งเรื่อง');
  const code = RECEIPT_CODE.exec(office.shows(citizen, 2))?.[0];
  if (code === undefined) throw new Error(`no receipt code in: ${office.shows(citizen, 3)}`);
  await office.presses(citizen, 'บันทึกรหัสแล้ว');
  return code;
}

/** The next hour makes a case of what was filed and tells the officers' group. */
export const releaseCase = (office: CostOffice) => office.pass(HOUR_MS);

async function newestCase(office: CostOffice): Promise<Record<string, unknown>> {
  const { cases } = (await office.get(office.officer, '/cases')).json as { cases: { id: string }[] };
  const id = cases[0]?.id;
  if (id === undefined) throw new Error('no case');
  return (await office.get(office.officer, `/cases/${id}`)).json;
}

/** An officer opens the mini-app, the list, a case and its two pictures. */
export async function lookAtCase(office: CostOffice): Promise<void> {
  await office.get(office.officer, '/session');
  const found = await newestCase(office);
  const images = (found['attachments'] as { id: string; kind: string }[]).filter(
    ({ kind }) => kind === 'image',
  );
  if (images.length !== 2) throw new Error(`${images.length} pictures`);
  for (const { id } of images) await office.get(office.officer, `/cases/${String(found['id'])}/files/${id}`);
}

/** A whole complaint: filed, released, taken, looked into, its result told, closed; the citizen looked twice. */
export async function wholeComplaint(office: CostOffice): Promise<void> {
  const code = await fileComplaint(office);
  await releaseCase(office);
  await office.says(office.citizen, `ติดตาม ${code}`);
  await lookAtCase(office);
  let found = await newestCase(office);
  const write = async (path: string, body: object): Promise<void> => {
    const address = `/cases/${String(found['id'])}/${path}`;
    found = (await office.post(office.officer, address, { rev: found['rev'], ...body })).json;
  };
  await write('assignee', {});
  await write('moves', { to: 'fact-finding' });
  await office.pass(HOUR_MS);
  await write('moves', { to: 'result-told', reason: 'ตั้งกรรมการสอบข้อเท็จจริงแล้ว พบว่ามีมูล' });
  await office.says(office.citizen, `ติดตาม ${code}`);
  await write('moves', { to: 'closed', reason: 'ดำเนินการทางวินัยแล้ว' });
  if (found['status'] !== 'closed') throw new Error('not closed');
  await office.get(office.officer, '/statistics/complaints?period=month');
}

/** Staff report on one measure in the mini-app, with one picture. */
export async function reportMeasure(office: CostOffice): Promise<void> {
  await office.get(office.staff, '/session');
  const { measures } = (await office.get(office.staff, '/measures')).json as { measures: { id: string }[] };
  const address = `/measures/${YEAR}/${measures[0]?.id}`;
  const { rev } = (await office.get(office.staff, address)).json;
  const photo = await picture(PHOTO.width, PHOTO.height).jpeg().toBuffer();
  const { id } = (await office.post(office.staff, `${address}/pictures`, photo)).json;
  await office.post(office.staff, `${address}/reports`, { rev, result: 'ดำเนินการแล้ว', pictures: [id] });
}

/** The first Saturday; the office was furnished on a Wednesday. */
export const waitForSaturday = (office: CostOffice) => office.pass(3 * 24 * HOUR_MS);

/** A day of ticks, a minute apart, in which nothing happens. */
export async function idleDay(office: CostOffice): Promise<void> {
  for (let minute = 0; minute < 24 * 60; minute += 1) await office.pass(MINUTE_MS);
}
