// Loaded into each process that the functions emulator starts for a function, before anything else. Through it a test moves
// the process's clock, learns whether it is at rest, and ends it in the middle of its work. The product's code runs as it is
// deployed.

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

  let answering = 0;
  let inBackground = 0;
  const hands = new WeakSet();
  subscribe('http.server.request.start', ({ request, response, server }) => {
    if (hands.has(server)) return;
    answering += 1;
    response.once('close', () => {
      answering -= 1;
    });
    // One line per event that was taken, so that a test knows which ones are still on their way here.
    const subject = request.headers['ce-document'] ?? request.headers['ce-subject'];
    if (subject) response.once('close', () => appendFileSync(join(folder, 'taken'), `${subject}\n`));
  });
  subscribe('prongsai.background', ({ running }) => {
    inBackground = running;
  });

  let asks = 0;
  let endsAt = 0;
  /** The process asks somebody something: LINE, Firestore or Storage. Its end comes before the question is out. */
  const ask = () => {
    asks += 1;
    if (asks === endsAt) process.kill(process.pid, 'SIGKILL');
  };
  subscribe('http.client.request.start', ask);
  subscribe('undici:request:create', ask);
  const { connect } = http2;
  http2.connect = (...where) => {
    const session = connect(...where);
    const { request } = session;
    session.request = (...what) => {
      ask();
      return request.apply(session, what);
    };
    return session;
  };

  const hand = http.createServer((request, response) => {
    if (request.url === '/clock') readClock();
    const ends = /^\/end-at\/(\d+)$/.exec(request.url ?? '');
    if (ends) {
      asks = 0;
      endsAt = Number(ends[1]);
    }
    // What one answer set off has had its turn before this is counted.
    setImmediate(() =>
      setImmediate(() => response.end(JSON.stringify({ target, underWay: answering + inBackground, asks }))),
    );
  });
  hands.add(hand);
  hand.listen(join(folder, `${process.pid}.sock`));
  hand.unref();
  // The emulator that started this process is gone.
  process.once('disconnect', () => process.exit());
}
