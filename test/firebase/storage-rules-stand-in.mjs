// Stands where Google's engine for storage.rules would: that engine is downloaded by firebase-tools and not always there. It
// speaks the engine's lines and permits nobody anything, which is all that the product's rules say. The server's own
// credentials are not asked about rules.
import { createInterface } from 'node:readline';

const say = (answer) =>
  process.stdout.write(`${JSON.stringify({ status: 'ok', errors: [], warnings: [], ...answer })}\n`);

say({ id: -1, action: '' });
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, action } = JSON.parse(line);
  say({ id, result: action === 'load_ruleset' ? { rulesVersion: 2 } : { permit: false } });
});
