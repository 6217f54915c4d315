import type { SimFaults } from '../../protocol.ts';

/** The troubles a person can switch on with one tap. */
export const FAULT_NAMES = [
  'slow',
  'failing',
  'acceptedThenCut',
  'monthlyLimit',
  'duplicates',
  'disorder',
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

const SLOW_MS = 3_000;
const SENDING = '/v2/bot/message/';
const PUSHING = '/v2/bot/message/push';

type ApiRule = NonNullable<SimFaults['api']>[number];

/** LINE's own words for 429; the program tells a spent quota from a rate limit by them. */
const MONTHLY_LIMIT = 'You have reached your monthly limit.';

const API_RULES: readonly (readonly [FaultName, ApiRule])[] = [
  ['monthlyLimit', { path: PUSHING, answer: { status: 429, message: MONTHLY_LIMIT } }],
  [
    'failing',
    {
      path: SENDING,
      method: 'POST',
      answer: { status: 500, message: 'The API server is unavailable' },
    },
  ],
  ['acceptedThenCut', { path: SENDING, method: 'POST', answer: { acceptedThen: 'cut' } }],
  ['slow', { path: SENDING, method: 'POST', answer: { delayMs: SLOW_MS } }],
];

/** The simulator's settings for the switches that are on. The simulator uses the first rule that fits, so order matters. */
export function faultsOf(on: ReadonlySet<FaultName>): SimFaults {
  const api = API_RULES.filter(([name]) => on.has(name)).map(([, rule]) => rule);
  const webhook = {
    ...(on.has('duplicates') ? { duplicateRate: 1 } : {}),
    ...(on.has('disorder') ? { disorderRate: 1 } : {}),
  };
  return {
    ...(api.length === 0 ? {} : { api }),
    ...(Object.keys(webhook).length === 0 ? {} : { webhook }),
  };
}
