import { randomBytes } from 'node:crypto';
import { aesOpen, aesSeal } from '../sealing/aes-gcm.ts';

/** How long one look at a case lasts before the code is asked for again. */
const TICKET_LIFE_MS = 30 * 60 * 1000;
const TICKET_NAME = 'prongsai/ticket/1';

/** Which case somebody with its code is looking at. */
export interface Ticket {
  readonly caseId: string;
  readonly untilMs: number;
}

export interface Tickets {
  /** A text that only this process can read. */
  issue(caseId: string, nowMs: number): string;
  /** The case, or undefined for a ticket that ran out, was changed, or comes from before a restart. */
  read(ticket: string, nowMs: number): string | undefined;
}

/**
 * Lets a conversation go on for a while after the code was typed, without the store knowing which case it is about: the key
 * lives in this process only. After a restart the code is simply asked for again.
 */
export function createTickets(key: Uint8Array = randomBytes(32)): Tickets {
  return {
    issue: (caseId, nowMs) => {
      const ticket: Ticket = { caseId, untilMs: nowMs + TICKET_LIFE_MS };
      return aesSeal(key, [Buffer.from(JSON.stringify(ticket))], TICKET_NAME).toString('base64url');
    },
    read: (ticket, nowMs) => {
      try {
        const bytes = aesOpen(key, Buffer.from(ticket, 'base64url'), TICKET_NAME);
        const { caseId, untilMs } = JSON.parse(bytes.toString('utf8')) as Ticket;
        return untilMs > nowMs ? caseId : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
