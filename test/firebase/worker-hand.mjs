// Loaded into each process that the functions emulator starts for a function, before anything else. Through it a test moves
// the process's clock and learns whether it is at rest. The product's code runs as it is deployed.

import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, readFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import { join } from 'node:path';

const folder = process.env.WORKERS_FOLDER;
const target = process.env.FUNCTION_TARGET;
if (folder && target) begin();

function begin() {
  const clockFile = join(folder, 'clock.json');
  let offsetMs = 0;
  const readClock = () => {
    offsetMs = JSON.parse(readFileSync(clockFile, 'utf8')).offsetMs;
  };
  readClock();
  const MachineDate = Date;
  globalThis.Date = class extends MachineDate {
    constructor(...parts) {
      if (parts.length === 0) super(MachineDate.now() + offsetMs);
      else super(...parts);
    }
    static now() {
      return MachineDate.now() + offsetMs;
    }
  };

  let underWay = 0;
  const hands = new WeakSet();
  const during = (thing, ...ends) => {
    underWay += 1;
    let over = false;
    const end = () => {
      if (!over) underWay -= 1;
      over = true;
    };
    for (const name of ends) thing.once(name, end);
    return end;
  };
  subscribe('http.server.request.start', ({ request, response, server }) => {
    if (hands.has(server)) return;
    during(response, 'close');
    // One line per event that was taken, so that a test knows which ones are still on their way here.
    const subject = request.headers['ce-document'] ?? request.headers['ce-subject'];
    if (subject) response.once('close', () => appendFileSync(join(folder, 'taken'), `${subject}\n`));
  });
  subscribe('http.client.request.start', ({ request }) => during(request, 'close'));
  const asked = new WeakMap();
  const answered = ({ request }) => {
    asked.get(request)?.();
    asked.delete(request);
  };
  subscribe('undici:request:create', ({ request }) => asked.set(request, during({ once() {} })));
  subscribe('undici:request:trailers', answered);
  subscribe('undici:request:error', answered);
  const { connect } = http2;
  http2.connect = (...where) => {
    const session = connect(...where);
    const { request } = session;
    session.request = (...what) => {
      const stream = request.apply(session, what);
      during(stream, 'close');
      return stream;
    };
    return session;
  };

  const hand = http.createServer((request, response) => {
    if (request.url === '/clock') readClock();
    // What one answer set off has had its turn before this is counted.
    setImmediate(() => setImmediate(() => response.end(JSON.stringify({ target, underWay }))));
  });
  hands.add(hand);
  hand.listen(join(folder, `${process.pid}.sock`));
  hand.unref();
  // The emulator that started this process is gone.
  process.once('disconnect', () => process.exit());
}
