import type { NoticeContent, NoticeFile, NoticeForm, NoticeView } from '../../shared/notices/notice-api.ts';
import type { Person, TestOffice } from '../simulator/office.ts';
import type { SimGroup } from '../simulator/protocol.ts';
import { furnish, invite, type Staffed } from './furnish.ts';
import { type PhoneApi, phoneApi } from './phone-api.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** An office that writes notices, and the mini-apps of its people. */
export interface NoticeOffice extends Staffed {
  readonly officer: Person;
  readonly api: Readonly<Record<'admin' | 'finance' | 'staff' | 'officer' | 'citizen', PhoneApi>>;
  /** A notice of the fields given, with the rest filled in. */
  content(fields?: Partial<NoticeContent>): NoticeContent;
  /** Writes a notice and schedules it. */
  schedule(fields?: Partial<NoticeContent>, at?: unknown): Promise<NoticeView>;
  view(id: string): Promise<NoticeView>;
  /** A second linked group. */
  secondGroup(name: string, members: readonly Person[]): Promise<SimGroup>;
}

/** Lets an office with an officer come to life. */
export async function noticeOffice(office: TestOffice): Promise<NoticeOffice> {
  const staffed = await furnish(office);
  const { admin, finance, staff, citizen, group } = staffed;
  const officer = await office.person('อรุณ ยุติธรรม');
  await invite(admin, officer, 'สำนักปลัด', 'เจ้าหน้าที่รับเรื่อง');
  const api = {
    admin: phoneApi(office, admin),
    finance: phoneApi(office, finance),
    staff: phoneApi(office, staff),
    officer: phoneApi(office, officer),
    citizen: phoneApi(office, citizen),
  };
  const hand: NoticeOffice = {
    ...staffed,
    officer,
    api,
    content: (fields = {}) => ({
      kind: 'general',
      title: 'ทดสอบหัวเรื่อง',
      text: 'ข้อความประกาศ',
      groupIds: [group.id],
      asksAck: false,
      ...fields,
    }),
    schedule: async (fields = {}, at = 'now') => {
      const made = await api.admin.post<NoticeView>('/notices', { content: hand.content(fields) });
      if (made.status !== 200) throw new Error(JSON.stringify(made.body));
      const { id, rev } = made.body;
      const done = await api.admin.post<NoticeView>(`/notices/${id}/schedule`, { rev, at });
      if (done.status !== 200) throw new Error(JSON.stringify(done.body));
      return done.body;
    },
    view: async (id) => (await api.admin.get<NoticeView>(`/notices/${id}`)).body,
    secondGroup: async (name, members) => {
      const second = await office.group(name, members);
      await office.invite(second);
      // Which of two group cards is tapped would else be chance.
      const data = `people/group-link?id=${second.id}&rev=1`;
      await fetch(`${office.simulatorUrl}/sim/chats/${admin.user.id}/postbacks`, {
        method: 'POST',
        body: JSON.stringify({ from: admin.user.id, data }),
        headers: { 'content-type': 'application/json' },
      });
      return second;
    },
  };
  return hand;
}

export type { NoticeFile, NoticeForm, NoticeView };
