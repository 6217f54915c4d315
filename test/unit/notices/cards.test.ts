import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, LIMITS } from '../../../bot/line/card.ts';
import { type CardWorld, chatUrl, noticeCard, reminderCard } from '../../../bot/notices/cards.ts';
import { parseWhen, whenText } from '../../../bot/notices/when.ts';
import { NOTICE_KIND_IDS } from '../../../shared/notices/kind-ids.ts';
import { filledTemplate, NOTICE_KINDS } from '../../../shared/notices/kinds.ts';
import { type NoticeContent, noticeContentSchema } from '../../../shared/notices/notice-api.ts';
import { NOTICE_TEXT_UNITS_MAX, NOTICE_TITLE_UNITS_MAX } from '../../../shared/notices/notice-limits.ts';
import { truncate } from '../../../shared/thai/text.ts';
import { START_MS } from '../webhook/seeded-ports.ts';

const WORLD: CardWorld = {
  picture: { url: `https://office.example/${'a'.repeat(900)}`, width: 300, height: 1000 },
  linkUrl: `https://office.example/${'b'.repeat(900)}`,
  accountId: '@123abcde',
  settings: { executiveName: 'ก'.repeat(100), executivePosition: 'ข'.repeat(100) },
};
const ID = '00000000-0000-4000-8000-000000000000';

describe('the card of a notice', () => {
  it('stays within LINE’s limits for every kind and the longest words a person may write', () => {
    for (const kind of NOTICE_KIND_IDS) {
      const content: NoticeContent = {
        kind,
        title: 'น้ำ'.repeat(NOTICE_TITLE_UNITS_MAX / 3),
        text: 'ที่อ'.repeat(NOTICE_TEXT_UNITS_MAX / 4),
        groupIds: ['C1'],
        asksAck: true,
        readByDay: '2026-07-10',
        link: { kind: 'url', url: 'https://x.example', label: 'ก'.repeat(40) },
      };
      const message = noticeCard(ID, content, WORLD, { corrects: true });
      if (message.type !== 'flex' || message.contents.type !== 'bubble') throw new Error('no card');
      expect(bytesOf(message.contents)).toBeLessThan(LIMITS.bubbleBytes);
      expect(message.altText.length).toBeLessThanOrEqual(LIMITS.altTextUnits);
      expect(message.contents.footer?.contents.length).toBe(2);
      // LINE draws nothing higher than three times its width.
      expect(JSON.stringify(message.contents.hero)).toContain('"aspectRatio":"300:900"');
    }
  });

  it('has a template of each kind that its own form takes, with the office’s name in it', () => {
    for (const kind of NOTICE_KINDS) {
      const filled = filledTemplate(kind, { officeName: 'อบต.ทดสอบ', year: '2569' });
      expect(filled.title + filled.text).not.toMatch(/[{}]/);
      // A longer one would be cut on its quick reply.
      expect(truncate(kind.label, LIMITS.quickReplyLabelGraphemes)).toBe(kind.label);
      const content = { kind: kind.id, ...filled, groupIds: ['C1'], asksAck: kind.asksAck };
      expect([kind.id, noticeContentSchema.safeParse(content).success]).toEqual([kind.id, true]);
    }
  });

  it('says nobody’s name aloud when it is tapped', () => {
    const content: NoticeContent = {
      kind: 'general',
      title: 'ก',
      text: 'ข',
      groupIds: ['C1'],
      asksAck: true,
    };
    for (const message of [noticeCard(ID, content, WORLD), reminderCard(ID, content)])
      expect(JSON.stringify(message)).not.toContain('displayText');
  });

  it('opens the 1:1 chat with the word typed in', () => {
    expect(chatUrl('@123abcde', 'ร้องเรียน')).toBe(
      'https://line.me/R/oaMessage/%40123abcde/?%E0%B8%A3%E0%B9%89%E0%B8%AD%E0%B8%87%E0%B9%80%E0%B8%A3%E0%B8%B5%E0%B8%A2%E0%B8%99',
    );
  });
});

describe('a time as people type it', () => {
  it('is read with Thai digits, short months, today and tomorrow', () => {
    const read = (said: string) => parseWhen(said, START_MS);
    expect(read('๑๕ ก.ค. ๒๕๖๙ เวลา ๐๙.๐๐ น.')).toEqual({ day: '2026-07-15', hour: 9, minute: 0 });
    expect(read('15/7/2569 13:45')).toEqual({ day: '2026-07-15', hour: 13, minute: 45 });
    expect(read('14.30')).toEqual({ day: '2026-07-01', hour: 14, minute: 30 });
    expect(read('พรุ่งนี้ 8.30 น.')).toEqual({ day: '2026-07-02', hour: 8, minute: 30 });
    for (const said of ['', 'เร็ว ๆ นี้', '15 ก.ค. 2569', '31 ก.พ. 2569 09.00', '25.00'])
      expect(read(said)).toBeNull();
  });

  it('is read back from what the program writes, at every minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const atMs = START_MS + minutes * 60_000;
        const when = parseWhen(whenText(atMs), START_MS);
        expect(
          when && Date.parse(`${when.day}T00:00:00+07:00`) + (when.hour * 60 + when.minute) * 60_000,
        ).toBe(atMs);
      }),
      { numRuns: 200 },
    );
  });
});
