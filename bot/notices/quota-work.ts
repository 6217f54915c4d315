import type { WorkHandler } from '../jobs/work.ts';
import { say } from '../line/card.ts';
import type { Line } from '../line/line.ts';
import { monthNow } from './cost.ts';
import type { SizeDeps } from './group-sizes.ts';
import { refreshSizes } from './group-sizes.ts';
import { quotaCard, quotaView } from './quota.ts';
import { noticesText as t } from './text.ts';

/** Name of the work that answers โควตา: LINE has to be asked, which no transaction waits for. */
export const SHOW_QUOTA = 'notices.quota';

/** Asks LINE how the month stands and answers with the card. */
export function showQuotaWork(deps: SizeDeps & { readonly line: Line }): WorkHandler {
  return {
    name: SHOW_QUOTA,
    feature: 'notices',
    run: async () => {
      await refreshSizes(deps);
      const month = await monthNow(deps.store, deps.line, deps.clock.now());
      if (!month) return { kind: 'again' };
      return {
        kind: 'done',
        decide: async ({ tx, nowMs }) => ({ reply: [quotaCard(await quotaView(tx, month, nowMs))] }),
      };
    },
    giveUp: () => ({ reply: [say(t.quotaFailed)] }),
  };
}
