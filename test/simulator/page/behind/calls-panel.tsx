import type { JSX } from 'preact';
import type { SimCall } from '../../protocol.ts';
import { clockTime } from '../live/sim-time.ts';
import { text } from '../text.ts';
import { useCalls } from './use-calls.ts';

const BODY_SHOWN_MAX = 4_000;

/** JSON with line breaks; anything else as it is. */
function readable(body: string): string {
  if (body === '') return text.calls.empty;
  try {
    return JSON.stringify(JSON.parse(body), null, 2).slice(0, BODY_SHOWN_MAX);
  } catch {
    return body.slice(0, BODY_SHOWN_MAX);
  }
}

function Call({ call }: { readonly call: SimCall }): JSX.Element {
  const isOk = call.status >= 200 && call.status < 300;
  return (
    <details class="call">
      <summary>
        <span class={isOk ? 'status ok' : 'status bad'}>{call.status}</span>
        <span class="call-words">
          <span class="call-path">
            {call.method} {call.path}
          </span>
          <span class="faint">
            {call.direction === 'to-line' ? text.calls.toLine : text.calls.toProgram} · {clockTime(call.atMs)}
          </span>
        </span>
      </summary>
      <h4>{text.calls.sent}</h4>
      <pre>{readable(call.body)}</pre>
      <h4>{text.calls.answered}</h4>
      <pre>{readable(call.responseBody)}</pre>
    </details>
  );
}

/** What the program and LINE said to each other, in both directions. */
export function CallsPanel({ isConnected }: { readonly isConnected: boolean }): JSX.Element {
  const calls = useCalls(isConnected);
  return (
    <section class="panel calls">
      <h3>{text.calls.title}</h3>
      {calls.length === 0 ? <p class="faint">{text.calls.none}</p> : null}
      {calls.map((call) => (
        <Call key={call.seq} call={call} />
      ))}
    </section>
  );
}
