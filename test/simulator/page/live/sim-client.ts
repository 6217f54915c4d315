import type { SimCall, SimDemo, SimFaults, SimGroup, SimState, SimUser } from '../../protocol.ts';

export interface SimLocation {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Moving the program's clock runs every job that became due on the way, which may take a while. */
const PROGRAM_CLOCK_WAIT_MS_MAX = 120_000;

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

function fileKind(file: File): 'file' | 'image' | 'video' | 'audio' {
  const family = file.type.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}

const chat = (chatId: string): string => `/sim/chats/${encodeURIComponent(chatId)}`;

/** The page's side of the simulator's protocol. Every function rejects when the simulator refuses. */
export const simClient = {
  state: () => call<SimState>('GET', '/sim/state'),
  calls: (afterSeq: number) => call<SimCall[]>('GET', `/sim/calls?after=${afterSeq}`),
  /** Nothing when the simulator runs without a demo. */
  async demo(): Promise<SimDemo | undefined> {
    const response = await fetch('/sim/demo');
    return response.ok ? ((await response.json()) as SimDemo) : undefined;
  },
  sendText: (chatId: string, from: string, text: string) =>
    call('POST', `${chat(chatId)}/messages`, { from, text }),
  sendLocation: (chatId: string, from: string, location: SimLocation) =>
    call('POST', `${chat(chatId)}/messages`, { from, location }),
  postback: (
    chatId: string,
    postback: {
      readonly from: string;
      readonly data: string;
      readonly displayText?: string;
      readonly params?: Readonly<Record<string, string>>;
    },
  ) => call('POST', `${chat(chatId)}/postbacks`, postback),
  switchMenu: (
    chatId: string,
    tap: { readonly from: string; readonly alias: string; readonly data: string },
  ) => call('POST', `${chat(chatId)}/menu-switch`, tap),
  unsend: (chatId: string, from: string, messageId: string) =>
    call('POST', `${chat(chatId)}/unsend`, { from, messageId }),
  async sendFile(chatId: string, from: string, file: File): Promise<void> {
    const query = new URLSearchParams({
      from,
      kind: fileKind(file),
      fileName: file.name,
    });
    const response = await fetch(`${chat(chatId)}/files?${query}`, {
      method: 'POST',
      headers: {
        'content-type': file.type === '' ? 'application/octet-stream' : file.type,
      },
      body: file,
    });
    if (!response.ok) throw new Error(`file: ${response.status} ${await response.text()}`);
  },
  follow: (userId: string) => call<SimUser>('POST', `/sim/users/${userId}/follow`, {}),
  block: (userId: string) => call<SimUser>('POST', `/sim/users/${userId}/block`, {}),
  createGroup: (name: string, memberIds: readonly string[]) =>
    call<SimGroup>('POST', '/sim/groups', { name, memberIds, botIn: true }),
  setBotIn: (groupId: string, isIn: boolean) =>
    call<SimGroup>('POST', `/sim/groups/${groupId}/bot`, { in: isIn }),
  setMember: (groupId: string, userId: string, isIn: boolean) =>
    call<SimGroup>('POST', `/sim/groups/${groupId}/members`, {
      userId,
      in: isIn,
    }),
  setFaults: (faults: SimFaults) => call('PUT', '/sim/faults', faults),
  setClock: (nowMs: number) => call('PUT', '/sim/clock', { nowMs }),
  login: (userId: string) =>
    call<{ readonly idToken: string; readonly accessToken: string }>('POST', '/sim/login', { userId }),
  /** Moves the program's own clock and waits until what became due has been done. */
  async setProgramClock(controlUrl: string, nowMs: number): Promise<void> {
    const response = await fetch(`${controlUrl}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nowMs }),
      signal: AbortSignal.timeout(PROGRAM_CLOCK_WAIT_MS_MAX),
    });
    if (!response.ok) throw new Error(`clock: ${response.status}`);
  },
};
