import type { DraftView } from '../../shared/measures/draft-api.ts';
import type { MeasureList, MeasureReportBody } from '../../shared/measures/measure-api.ts';
import type { FiscalYear } from '../../shared/thai/fiscal-year.ts';
import { demoPlanText } from '../fixtures/measures/demo-plan.ts';
import { picture } from '../unit/evidence/samples.ts';
import { callApi } from './call-api.ts';
import type { Person, TestOffice } from './office.ts';

/** What the people of the demo office have reported: words of the title, and the report. */
const REPORTS: readonly (readonly [
  who: 'finance' | 'staff' | 'officer',
  words: string,
  Omit<MeasureReportBody, 'rev'>,
])[] = [
  [
    'officer',
    'No Gift',
    {
      status: 'in-progress',
      percent: 60,
      result: 'ออกประกาศและเผยแพร่ทางเว็บไซต์ กลุ่มไลน์ และบอร์ดประชาสัมพันธ์แล้ว อยู่ระหว่างรวบรวมรายงานการรับของขวัญ',
    },
  ],
  [
    'officer',
    'ช่องทางร้องเรียน',
    {
      status: 'done',
      result: 'เปิดรับเรื่องร้องเรียนทางไลน์ของหน่วยงาน และแจ้งผลให้ผู้ร้องทราบด้วยรหัสติดตาม',
      outcome: 'ผู้ร้องติดตามเรื่องได้เองโดยไม่ต้องเปิดเผยชื่อ',
    },
  ],
  [
    'finance',
    'ผลการใช้จ่ายงบประมาณ',
    { status: 'in-progress', percent: 50, result: 'ส่งสรุปการใช้จ่ายเข้ากลุ่มไลน์ทุกเดือนก่อนเผยแพร่บนเว็บไซต์' },
  ],
  [
    'finance',
    'สขร.',
    {
      status: 'in-progress',
      percent: 50,
      result: 'เผยแพร่แบบ สขร.๑ ครบทุกเดือน',
      obstacle: 'บางเดือนเผยแพร่ล่าช้าเพราะรอเอกสารตรวจรับ',
      suggestion: 'กำหนดวันส่งเอกสารตรวจรับภายในวันที่ ๕ ของเดือน',
    },
  ],
  [
    'staff',
    'ติดป้าย',
    { status: 'in-progress', percent: 30, result: 'ติดตั้งป้ายแล้ว ๓ แห่ง จาก ๘ แห่ง', budgetUsedSatang: 450_000 },
  ],
];

/** Brings the invented plan in through the API, and lets people report on some of it. */
export async function furnishMeasures(
  office: TestOffice,
  people: {
    readonly admin: Person;
    readonly finance: Person;
    readonly staff: Person;
    readonly officer: Person;
  },
  officeName: string,
  fiscalYear: FiscalYear,
): Promise<void> {
  const post = async <Body>(who: Person, path: string, body: object): Promise<Body> => {
    const answer = await callApi<Body>(office, who, path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const text = demoPlanText(officeName, fiscalYear);
  const draft = await post<DraftView>(people.officer, '/measures/drafts', { kind: 'pasted', text });
  await post(people.officer, `/measures/drafts/${draft.id}/accept`, { rev: draft.rev, mode: 'replace' });
  for (const [who, words, report] of REPORTS) {
    const list = await callApi<MeasureList>(office, people[who], `/measures?year=${fiscalYear}`);
    const line = list.body.measures.find(({ title }) => title.includes(words));
    if (!line) throw new Error(`no measure of ${who} says ${words}`);
    const path = `/measures/${fiscalYear}/${line.id}`;
    const shows = words === 'ติดป้าย';
    const sent = shows
      ? await post<{ id: string }>(people[who], `${path}/pictures`, await picture(800, 600).jpeg().toBuffer())
      : undefined;
    await post(people[who], `${path}/reports`, {
      rev: line.rev,
      ...report,
      ...(sent ? { pictures: [sent.id] } : {}),
    });
  }
  await post(people.admin, '/measures/ita', {
    fiscalYear,
    rev: 0,
    scoredYear: fiscalYear - 1,
    weakBelowHundredths: 8_500,
    indicators: SCORES.map(([instrument, name, scoreHundredths]) => ({
      instrument,
      name,
      scoreHundredths,
      measureIds: [],
    })),
  });
}

/** Invented scores of the year before. */
const SCORES = [
  ['IIT', 'การปฏิบัติหน้าที่', 9_012],
  ['IIT', 'การใช้งบประมาณ', 8_240],
  ['IIT', 'การใช้อำนาจ', 8_655],
  ['IIT', 'การใช้ทรัพย์สินของราชการ', 7_918],
  ['IIT', 'การแก้ไขปัญหาการทุจริต', 8_432],
  ['EIT', 'คุณภาพการดำเนินงาน', 8_876],
  ['EIT', 'ประสิทธิภาพการสื่อสาร', 8_401],
  ['EIT', 'การปรับปรุงระบบการทำงาน', 8_310],
  ['OIT', 'การเปิดเผยข้อมูล', 9_250],
  ['OIT', 'การป้องกันการทุจริต', 8_750],
] as const;
