import type { Post } from '../../bot/outbox/records.ts';
import type { Stored } from '../../bot/store/store.ts';
import { dayOf } from '../../shared/thai/days.ts';
import { textOf } from '../simulator/seen.ts';
import type { Office } from './year-office.ts';

/** One reminder as a person saw it in the 1:1 chat. */
export interface SeenReminder {
  readonly userId: string;
  /** Which it is, said in the words of the person's phone. */
  readonly stage: string;
  /** What it is about: a round, a case. */
  readonly about: string;
  readonly day: string;
}

const STAGES: readonly (readonly [stage: string, words: RegExp])[] = [
  ['acknowledge', /^เรื่อง (\S+) ยังไม่มีเจ้าหน้าที่เริ่มดำเนินการ/],
  ['before', /^เรื่อง (\S+) เหลือ \d+ วันจะครบกำหนดตอบ$/],
  ['due', /^เรื่อง (\S+) ครบกำหนดตอบวันนี้$/],
  ['overdue', /^เรื่อง (\S+) เกินกำหนดตอบ \d+ วัน$/],
  ['closed', /(รอบ \d+ เดือน) ปิดรับรายงานแล้ว/],
];
const REMINDER = /(รอบ \d+ เดือน) ใกล้ปิดรับรายงาน[\s\S]*เหลืออีก (\d+) วัน/;

/** The reminders of measures and the nudges that a person's phone showed, oldest first. */
export function remindersSeen(office: Office, userId: string): readonly SeenReminder[] {
  const user = office.people.find(({ id }) => id === userId);
  if (!user) return [];
  return office.program.seen(user).flatMap((message): SeenReminder[] => {
    const words = textOf(message);
    const day = dayOf(message.sentAtMs);
    const [, round, left] = REMINDER.exec(words) ?? [];
    if (round !== undefined) return [{ userId, stage: `${left} days before`, about: round, day }];
    for (const [stage, said] of STAGES) {
      const [, about] = said.exec(words) ?? [];
      if (about !== undefined) return [{ userId, stage, about, day }];
    }
    return [];
  });
}

/** Kinds of posts that are reminders of measures or nudges. */
export function isReminder({ data }: Stored<Post>): boolean {
  return ['measure-reminder', 'measure-closed', 'complaint-nudge'].includes(data.kind);
}

/** The same reminder to the same person on the same day, as a key. */
export function slotOf({ userId, stage, about, day }: SeenReminder): string {
  return [userId, about, stage, day].join(' | ');
}
