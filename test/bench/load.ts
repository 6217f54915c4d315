/** The load generator, a process of its own: gets its order on the command line, prints its result as JSON. */
import autocannon from 'autocannon';
import type { LoadOrder, LoadResult } from './load-order.ts';
import { idOf, signedWebhook } from './signed-webhook.ts';

/** People who write, one after the other: enough that no conversation is a bottleneck. */
const PEOPLE = 5_000;
/** Groups that nobody linked: a command there is taken and answered with silence. */
const GROUPS = 50;

const order = JSON.parse(process.argv[2] ?? '') as LoadOrder;
let sent = 0;

function next() {
  sent += 1;
  const user = idOf('U', sent % PEOPLE);
  return order.kind === 'answered'
    ? signedWebhook(user, user, 'เมนู')
    : signedWebhook(idOf('C', sent % GROUPS), user, 'งบ');
}

const result = await autocannon({
  url: order.url,
  connections: order.connections,
  ...(order.amount === undefined ? { duration: order.seconds } : { amount: order.amount }),
  requests: [
    {
      setupRequest: (defaults) => {
        const { body, headers } = next();
        return { ...defaults, method: 'POST', path: '/webhook', headers: { ...headers }, body };
      },
    },
  ],
});
const done: LoadResult = {
  taken: result['2xx'],
  failed: result.non2xx + result.errors + result.timeouts,
  perSecond: result['2xx'] / result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
};
process.stdout.write(JSON.stringify(done));
