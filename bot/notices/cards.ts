import { type NoticeKind, noticeKind } from '../../shared/notices/kinds.ts';
import type { NoticeContent } from '../../shared/notices/notice-api.ts';
import { formatDay } from '../../shared/thai/dates.ts';
import type { Day } from '../../shared/thai/days.ts';
import {
  type Bubble,
  bubble,
  button,
  COLORS,
  type Component,
  column,
  flex,
  press,
  separator,
  text,
} from '../line/card.ts';
import type { Message } from '../line/line.ts';
import { buttonData } from '../webhook/button.ts';
import type { NoticeSettings } from './records.ts';
import { noticesText as t } from './text.ts';

/** What a card shows that the content itself does not hold. */
export interface CardWorld {
  /** `https` address of the picture with its size; undefined when there is none to show. */
  readonly picture: { readonly url: string; readonly width: number; readonly height: number } | undefined;
  /** What the link's button opens. */
  readonly linkUrl: string | undefined;
  /** `@…` id of the office's account. */
  readonly accountId: string | undefined;
  readonly settings: Pick<NoticeSettings, 'executiveName' | 'executivePosition'>;
}

/** LINE draws no picture that is more than three times as high as wide. */
const HIGHEST = 3;
/** A Flex text takes this many UTF-16 units. */
const FLEX_TEXT_UNITS = 2_000;

/** The notice as a group sees it: always the same for the same input, so that the preview is what will be sent. */
export function noticeCard(
  id: string,
  content: NoticeContent,
  world: CardWorld,
  { corrects = false }: { readonly corrects?: boolean } = {},
): Message {
  const kind = noticeKind(content.kind);
  const { picture } = world;
  const card: Bubble = {
    ...bubble({
      kicker: corrects ? `${kind.label} · ${t.corrected}` : kind.label,
      title: content.title,
      body: [
        text(content.text.slice(0, FLEX_TEXT_UNITS), { size: 'sm', margin: 'md' }),
        ...points(kind),
        ...signature(kind, world),
        ...deadline(content),
      ],
      buttons: buttonsOf(id, content, kind, world),
    }),
    ...(picture ? { hero: hero(picture) } : {}),
  };
  return flex(t.noticeAlt(content.title), card);
}

/** The reminder that one person gets: the title, and the same button. */
export function reminderCard(id: string, content: NoticeContent): Message {
  return flex(
    t.remindAlt(content.title),
    bubble({
      kicker: t.remindTitle,
      title: content.title,
      body: [
        text(t.remindText, { size: 'sm', margin: 'md' }),
        ...(content.readByDay === undefined
          ? []
          : [muted(t.readBy(formatDay(content.readByDay as Day, 'long')))]),
      ],
      buttons: [ackButton(id), button({ type: 'message', label: t.kicker, text: 'ประกาศล่าสุด' }, 'link')],
    }),
  );
}

function points(kind: NoticeKind): readonly Component[] {
  return kind.points.map(({ heading, lines }) =>
    column(
      [text(heading, { size: 'sm', weight: 'bold' }), ...lines.map((line) => text(line, { size: 'sm' }))],
      { spacing: 'xs', margin: 'lg', paddingAll: '12px', cornerRadius: '8px', backgroundColor: COLORS.soft },
    ),
  );
}

function signature(kind: NoticeKind, { settings }: CardWorld): readonly Component[] {
  const name = t.signedBy(settings.executiveName, settings.executivePosition);
  return kind.signed && name ? [text(name, { size: 'sm', align: 'center', margin: 'lg' })] : [];
}

function deadline({ asksAck, readByDay }: NoticeContent): readonly Component[] {
  const by = readByDay === undefined ? undefined : formatDay(readByDay as Day, 'long');
  if (by === undefined && !asksAck) return [];
  const words = by === undefined ? t.ackHow : asksAck ? t.readBy(by) : t.readByPlain(by);
  return [separator(), muted(words)];
}

function muted(words: string): Component {
  return text(words, { size: 'xs', color: COLORS.muted, margin: 'md' });
}

/** At most two: รับทราบ first, then the document or the 1:1 chat. */
function buttonsOf(
  id: string,
  { asksAck, link }: NoticeContent,
  kind: NoticeKind,
  { linkUrl, accountId }: CardWorld,
): readonly Component[] {
  const open =
    linkUrl !== undefined
      ? [{ type: 'uri' as const, label: link?.label || t.openLink, uri: linkUrl }]
      : kind.opensChatWith !== undefined && accountId !== undefined
        ? [{ type: 'uri' as const, label: t.openChat, uri: chatUrl(accountId, kind.opensChatWith) }]
        : [];
  return [
    ...(asksAck ? [ackButton(id)] : []),
    ...open.map((action) => button(action, asksAck ? 'secondary' : 'primary')),
  ];
}

/** No `displayText`: sixty people who say รับทราบ aloud would also tell who has not. */
function ackButton(id: string): Component {
  return button(press(t.ack, buttonData('notices', 'ack', { n: id })));
}

/** Opens the account's 1:1 chat with a first message typed in ("LINE URL scheme"). */
export function chatUrl(accountId: string, words: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(accountId)}/?${encodeURIComponent(words)}`;
}

function hero({ url, width, height }: NonNullable<CardWorld['picture']>): NonNullable<Bubble['hero']> {
  return {
    type: 'image',
    url,
    size: 'full',
    aspectMode: 'fit',
    aspectRatio: `${width}:${Math.min(height, width * HIGHEST)}`,
    action: { type: 'uri', label: t.openLink, uri: url },
  };
}
