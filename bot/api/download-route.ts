import { type DownloadTicket, downloadBodySchema } from '../../shared/api/download.ts';
import { ApiError } from './api-error.ts';
import { checkShape } from './check-shape.ts';
import { type DownloadTicketDeps, makeTicket } from './download-tickets.ts';
import type { Downloadable } from './downloadable.ts';
import { mayUse } from './may-use.ts';
import type { ApiRoute } from './route.ts';
import { writeRoute } from './write-route.ts';

/**
 * `POST /downloads`: a ticket for a file, for who may have it. Throws ApiError `not-found` for a kind that is none, `not-allowed`,
 * `bad-input`. Not kept for repetition: a phone that asks again gets another ticket, and the first one runs out.
 */
export function downloadRoute(kinds: readonly Downloadable[], deps: DownloadTicketDeps): ApiRoute {
  return writeRoute(
    '/downloads',
    { allowed: 'every-member', body: downloadBodySchema },
    async ({ body, member, userId, nowMs }): Promise<DownloadTicket> => {
      const found = kinds.find(({ kind }) => kind === body.kind);
      if (!found) throw new ApiError('not-found');
      if (!mayUse(member, found.allowed)) throw new ApiError('not-allowed');
      const input = checkShape(found.input, body.input);
      const { ticket, expiresAtMs } = await makeTicket({ userId, kind: found.kind, input }, nowMs, deps);
      return { path: `/api/downloads/${ticket}`, expiresAtMs };
    },
  );
}
