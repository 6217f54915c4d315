import { collection } from '../store/store.ts';

/**
 * A write that took effect. The id is made from who and key by a one-way function. What it answered is closed, but under a
 * key of this machine: it must hold ids and revisions, never what a person wrote.
 */
export interface RequestRecord {
  readonly fingerprint: string;
  readonly closedAnswer: string;
  readonly expiresAtMs: number;
}

export const requests = collection<RequestRecord>('requests', { expiresAtField: 'expiresAtMs' });

/** Phones try again within minutes; a day covers one that was off over night. */
export const REQUEST_KEPT_MS = 24 * 60 * 60 * 1000;

/** A ticket for one download. The id is the SHA-256 of the ticket, which itself is stored nowhere. */
export interface DownloadTicketRecord {
  readonly closedContent: string;
  readonly expiresAtMs: number;
}

export const downloadTickets = collection<DownloadTicketRecord>('downloadTickets', {
  expiresAtField: 'expiresAtMs',
});
