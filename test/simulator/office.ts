import { messageCheck } from '../openapi/message-check.ts';
import { CHANNEL } from './channel.ts';
import type { Host } from './host.ts';
import { openHost } from './open-host.ts';
import type { SimCall, SimDemo, SimFaults, SimGroup, SimMessage, SimState, SimUser } from './protocol.ts';
import { tappablesOf, textOf } from './seen.ts';
import { createSimulator, type SimulatorOptions } from './simulator.ts';
import type { SpawnedProgram } from './spawn-program.ts';

/** What a person's act brought: the account's new messages in that chat. */
export interface Answer {
  readonly messages: readonly SimMessage[];
  /** All of it as text. */
  readonly text: string;
}

export interface FileToSend {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind?: 'file' | 'image' | 'video' | 'audio';
}

/** A person with a phone, in front of one chat at a time. */
export interface Person {
  readonly user: SimUser;
  /** Types a text, in the 1:1 chat or a group, and reads what comes back. */
  says(text: string, group?: SimGroup): Promise<Answer>;
  sends(file: FileToSend): Promise<Answer>;
  /** Taps the newest button, box or quick reply with this label. */
  taps(label: string, group?: SimGroup): Promise<Answer>;
  /** Taps one of an earlier message, as people do. */
  tapsIn(message: SimMessage, label: string, group?: SimGroup): Promise<Answer>;
  /** Reads what is new in the chat. */
  reads(group?: SimGroup): Promise<Answer>;
}

/** A whole office: a simulator and the program, reached over their addresses only. */
export interface TestOffice {
  readonly simulatorUrl: string;
  program: SpawnedProgram;
  person(name: string, label?: string): Promise<Person>;
  group(name: string, members: readonly Person[]): Promise<SimGroup>;
  /** Puts the account into the group, or takes it out. */
  invite(group: SimGroup, isIn?: boolean): Promise<void>;
  /** Sets both clocks. */
  setTime(nowMs: number): Promise<void>;
  faults(faults: SimFaults): Promise<void>;
  quota(quota: { type: 'none' | 'limited'; limit?: number; used?: number }): Promise<void>;
  state(): Promise<SimState>;
  calls(after?: number): Promise<readonly SimCall[]>;
  /** Ends the program, gently or as a power cut would, and starts it again on the same data. */
  restart(how?: 'stop' | 'kill'): Promise<void>;
  /** Where the program runs. */
  readonly host: Host;
  /** The channels' ids and secrets, as an admin has them at hand. */
  readonly channel: typeof CHANNEL;
  /** Tells the page who is who. */
  setDemo(demo: SimDemo): void;
  /** Ends everything. Rejects when the program ever sent a message that LINE's own description, where it is there, does not allow. */
  close(): Promise<void>;
}

const PROBLEMS_SHOWN = 5;

function problemsOf(messages: ReadonlySet<string>): readonly string[] {
  const check = messageCheck();
  if (!check) return [];
  const problems: string[] = [];
  for (const message of messages) {
    const problem = check(JSON.parse(message));
    if (problem !== undefined && problems.length < PROBLEMS_SHOWN) problems.push(`${problem}\n${message}`);
  }
  return problems;
}

/** A weekday morning: Wednesday 1 July 2026, 09.00 in Bangkok. */
export const SCENARIO_START_MS = Date.UTC(2026, 6, 1, 2, 0, 0);

async function call<T>(url: string, method: string, body?: unknown, raw?: Uint8Array): Promise<T> {
  const init: RequestInit = raw
    ? { method, body: new Uint8Array(raw) }
    : body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export interface OfficeOptions {
  /** Port of the simulator; 0, the default, takes a free one. */
  readonly port?: number;
  readonly startMs?: number;
  readonly servePage?: NonNullable<SimulatorOptions['servePage']>;
  /** How often the program ticks by itself; left out, only when a test says so. */
  readonly tickEveryMs?: number;
  /** What the program is told of its own address; nothing listens there. */
  readonly publicUrl?: string;
  /** Group postbacks say who pressed, as LINE's phones do though LINE does not promise it. */
  readonly groupPostbackUserId?: boolean;
}

/** Starts an office with nobody in it. */
export async function openOffice(options: OfficeOptions = {}): Promise<TestOffice> {
  let offsetMs = (options.startMs ?? SCENARIO_START_MS) - Date.now();
  const simulator = createSimulator({
    ...CHANNEL,
    now: () => Date.now() + offsetMs,
    ...(options.servePage ? { servePage: options.servePage } : {}),
    groupPostbackUserId: options.groupPostbackUserId ?? false,
  });
  const { url, close } = await simulator.listen(options.port ?? 0);
  const accepted = new Set<string>();
  simulator.platform.onAccepted = (message) => accepted.add(JSON.stringify(message));
  const host = await openHost();
  const start = async (): Promise<SpawnedProgram> => {
    const program = await host.start({
      ...CHANNEL,
      simulatorUrl: url,
      clockOffsetMs: offsetMs,
      ...(options.tickEveryMs === undefined ? {} : { tickEveryMs: options.tickEveryMs }),
      ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    });
    simulator.setWebhookUrl(`${program.programUrl}/webhook`);
    return program;
  };

  const newest = async (chatId: string, userId: string): Promise<number> => {
    const all = await call<SimMessage[]>(`${url}/sim/chats/${chatId}/messages?as=${userId}&after=0`, 'GET');
    return all.at(-1)?.seq ?? 0;
  };
  const since = async (chatId: string, userId: string, seq: number): Promise<Answer> => {
    await call(`${office.program.controlUrl}/settle`, 'POST');
    const all = await call<SimMessage[]>(
      `${url}/sim/chats/${chatId}/messages?as=${userId}&after=${seq}`,
      'GET',
    );
    const messages = all.filter((one) => one.from === 'bot');
    return { messages, text: messages.map(textOf).join('\n') };
  };

  const person = async (name: string, label = ''): Promise<Person> => {
    const user = await call<SimUser>(`${url}/sim/users`, 'POST', { name, label, follows: true });
    const read = new Map<string, number>();
    const act = async (chatId: string, doIt: () => Promise<unknown>): Promise<Answer> => {
      const seq = await newest(chatId, user.id);
      await doIt();
      const answer = await since(chatId, user.id, seq);
      read.set(chatId, answer.messages.at(-1)?.seq ?? seq);
      return answer;
    };
    const tap = async (
      candidates: readonly SimMessage[],
      tapped: string,
      chatId: string,
    ): Promise<Answer> => {
      const found = candidates.flatMap(tappablesOf).find((one) => one.label === tapped);
      if (!found)
        throw new Error(`nothing to tap says "${tapped}" in:\n${candidates.map(textOf).join('\n')}`);
      const { action } = found;
      if (action['type'] === 'message') {
        return act(chatId, () =>
          call(`${url}/sim/chats/${chatId}/messages`, 'POST', { from: user.id, text: action['text'] }),
        );
      }
      const displayText =
        typeof action['displayText'] === 'string' ? { displayText: action['displayText'] } : {};
      return act(chatId, () =>
        call(`${url}/sim/chats/${chatId}/postbacks`, 'POST', {
          from: user.id,
          data: action['data'],
          ...displayText,
        }),
      );
    };
    await call(`${office.program.controlUrl}/settle`, 'POST');
    read.set(user.id, await newest(user.id, user.id));
    return {
      user,
      says: (text, group) => {
        const chatId = group?.id ?? user.id;
        return act(chatId, () =>
          call(`${url}/sim/chats/${chatId}/messages`, 'POST', { from: user.id, text }),
        );
      },
      sends: ({ name: fileName, bytes, kind = 'file' }) =>
        act(user.id, () =>
          call(
            `${url}/sim/chats/${user.id}/files?from=${user.id}&kind=${kind}&fileName=${encodeURIComponent(fileName)}`,
            'POST',
            undefined,
            bytes,
          ),
        ),
      taps: async (tapped, group) => {
        const chatId = group?.id ?? user.id;
        const all = await call<SimMessage[]>(
          `${url}/sim/chats/${chatId}/messages?as=${user.id}&after=0`,
          'GET',
        );
        return tap([...all].reverse(), tapped, chatId);
      },
      tapsIn: (message, tapped, group) => tap([message], tapped, group?.id ?? user.id),
      reads: async (group) => {
        const chatId = group?.id ?? user.id;
        const answer = await since(chatId, user.id, read.get(chatId) ?? 0);
        read.set(chatId, answer.messages.at(-1)?.seq ?? read.get(chatId) ?? 0);
        return answer;
      },
    };
  };

  const office: TestOffice = {
    simulatorUrl: url,
    host,
    channel: CHANNEL,
    program: await start(),
    person,
    group: (name, members) =>
      call(`${url}/sim/groups`, 'POST', { name, memberIds: members.map((one) => one.user.id), botIn: false }),
    invite: async (group, isIn = true) => {
      await call(`${url}/sim/groups/${group.id}/bot`, 'POST', { in: isIn });
      await call(`${office.program.controlUrl}/settle`, 'POST');
    },
    setTime: async (nowMs) => {
      offsetMs = nowMs - Date.now();
      await call(`${url}/sim/clock`, 'PUT', { nowMs });
      await call(`${office.program.controlUrl}/clock`, 'POST', { nowMs });
    },
    faults: async (faults) => {
      await call(`${url}/sim/faults`, 'PUT', faults);
    },
    quota: async (quota) => {
      await call(`${url}/sim/quota`, 'PUT', quota);
    },
    state: () => call(`${url}/sim/state`, 'GET'),
    calls: (after = 0) => call(`${url}/sim/calls?after=${after}`, 'GET'),
    restart: async (how = 'stop') => {
      await (how === 'kill' ? office.program.kill() : office.program.stop());
      office.program = await start();
    },
    setDemo: simulator.setDemo,
    close: async () => {
      await office.program.stop();
      await close();
      await host.leave();
      const problems = problemsOf(accepted);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
  };
  return office;
}
