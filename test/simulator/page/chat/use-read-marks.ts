import { useRef } from 'preact/hooks';
import type { ReadMarks } from './chats-of.ts';

interface WritableReadMarks extends ReadMarks {
  see(userId: string, chatId: string, seq: number): void;
}

/** Who has seen what, while the page is open. After a reload everything not on screen counts as unread again. */
export function useReadMarks(): WritableReadMarks {
  const marks = useRef(new Map<string, number>()).current;
  const key = (userId: string, chatId: string): string => `${userId} ${chatId}`;
  return {
    seenSeq: (userId, chatId) => marks.get(key(userId, chatId)) ?? 0,
    see: (userId, chatId, seq) => void marks.set(key(userId, chatId), seq),
  };
}
