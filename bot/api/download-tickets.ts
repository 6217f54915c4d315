import { createHash } from 'node:crypto';
import type { OfficeKeys } from '../office-keys.ts';
import type { Random } from '../random.ts';
import { ref, type Store } from '../store/store.ts';
import { downloadTickets } from './records.ts';

/** A phone opens the address at once; who is slower presses the button again. */
export const TICKET_LIFE_MS = 2 * 60 * 1000;
const TICKET_BYTES = 32;
const TICKET = /^[\w-]{43}$/;

/** What one ticket gives, and to whom. */
export interface TicketContent {
  readonly userId: string;
  readonly kind: string;
  readonly input: unknown;
}

export interface DownloadTicketDeps {
  readonly store: Store;
  readonly random: Random;
  readonly keys: OfficeKeys;
}

/**
 * Makes a ticket: 256 random bits, of which the store knows only the SHA-256. What it gives is closed with the office's key
 * as well, so that a copy of the store does not tell who asked for what. Resolves when it is durable.
 */
export async function makeTicket(
  content: TicketContent,
  nowMs: number,
  { store, random, keys }: DownloadTicketDeps,
): Promise<{ readonly ticket: string; readonly expiresAtMs: number }> {
  const ticket = Buffer.from(random.bytes(TICKET_BYTES)).toString('base64url');
  const id = idOf(ticket);
  const expiresAtMs = nowMs + TICKET_LIFE_MS;
  const row = { closedContent: keys.closeFor(`download/${id}`, content), expiresAtMs };
  await store.transact(async (tx) => tx.create(ref(downloadTickets, id), row));
  return { ticket, expiresAtMs };
}

/**
 * Uses a ticket up: it is gone when this resolves, whatever comes of it, and of two uses at once one finds it. Undefined for one
 * that was used, ran out, or never was; a text that cannot be a ticket costs no read.
 */
export async function useTicket(
  ticket: string,
  nowMs: number,
  { store, keys }: Pick<DownloadTicketDeps, 'store' | 'keys'>,
): Promise<TicketContent | undefined> {
  if (!TICKET.test(ticket)) return undefined;
  const id = idOf(ticket);
  const row = await store.transact(async (tx) => {
    const found = (await tx.get(ref(downloadTickets, id)))?.data;
    if (found) tx.remove(ref(downloadTickets, id));
    return found;
  });
  if (!row || row.expiresAtMs <= nowMs) return undefined;
  return keys.openFor(`download/${id}`, row.closedContent) as TicketContent | undefined;
}

function idOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
