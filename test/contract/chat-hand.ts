import type { Answer, Person } from '../simulator/office.ts';
import type { SimMessage, SimUser } from '../simulator/protocol.ts';
import { tappablesOf, textOf } from '../simulator/seen.ts';

/** Somebody in the 1:1 chat, who types, taps and reads. */
export type Chatter = Pick<Person, 'user' | 'says' | 'taps' | 'sends'>;

/** An answer comes with the webhook's own, or soon after when the function was slow. */
const WAIT_MS = 2_000;
const WAITS = 5;

async function call<T>(url: string, body?: object): Promise<T> {
  const asJson = () => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const sent = body instanceof Uint8Array ? { body: new Uint8Array(body) } : asJson();
  const response = await fetch(url, body ? { method: 'POST', ...sent } : {});
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Brings somebody into the chat with the account, by the addresses of the simulated LINE alone. */
export async function chatter(simulatorUrl: string, name: string): Promise<Chatter> {
  const user = await call<SimUser>(`${simulatorUrl}/sim/users`, { name, label: '', follows: true });
  const chat = `${simulatorUrl}/sim/chats/${user.id}`;
  const after = (seq: number, waitMs = 0) =>
    call<SimMessage[]>(`${chat}/messages?as=${user.id}&after=${seq}&waitMs=${waitMs}`);

  const act = async (doIt: () => Promise<unknown>): Promise<Answer> => {
    let seen = (await after(0)).at(-1)?.seq ?? 0;
    await doIt();
    for (let wait = 0; wait < WAITS; wait += 1) {
      const all = await after(seen, WAIT_MS);
      const messages = all.filter(({ from }) => from === 'bot');
      if (messages.length > 0) return { messages, text: messages.map(textOf).join('\n') };
      seen = all.at(-1)?.seq ?? seen;
    }
    throw new Error('the account did not answer');
  };
  return {
    user,
    says: (text) => act(() => call(`${chat}/messages`, { from: user.id, text })),
    sends: ({ name: fileName, bytes, kind = 'file' }) => {
      const query = new URLSearchParams({ from: user.id, kind, fileName });
      return act(() => call(`${chat}/files?${query}`, bytes));
    },
    taps: async (label) => {
      const all = (await after(0)).toReversed();
      const action = all.flatMap(tappablesOf).find((one) => one.label === label)?.action;
      if (!action) throw new Error(`nothing to tap says "${label}" in:\n${all.map(textOf).join('\n')}`);
      if (action['type'] === 'message')
        return act(() => call(`${chat}/messages`, { from: user.id, text: action['text'] }));
      const { data, displayText } = action;
      return act(() =>
        call(`${chat}/postbacks`, { from: user.id, data, ...(displayText ? { displayText } : {}) }),
      );
    },
  };
}
