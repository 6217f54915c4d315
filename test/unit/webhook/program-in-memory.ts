import { join } from 'node:path';
import { receiptSecrets } from '../../../bot/complaints/receipt/receipt-secrets.ts';
import { createDiskFiles } from '../../../bot/files/disk-files.ts';
import type { LogEvent } from '../../../bot/log.ts';
import { type OfficeKeys, officeKeys } from '../../../bot/office-keys.ts';
import { firstAdminCode } from '../../../bot/people/first-admin.ts';
import { createProgram, type Program } from '../../../bot/program.ts';
import type { Store } from '../../../bot/store/store.ts';
import { parseWebhook } from '../../../bot/webhook/parse.ts';
import { lineOverSimulator } from '../../faults/line-over-simulator.ts';
import type { SimFile } from '../../simulator/line/keyboard.ts';
import type { SimFaults, SimGroup, SimMessage, SimUser } from '../../simulator/protocol.ts';
import { tappablesOf, textOf } from '../../simulator/seen.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { capturingLog, seededRandom, type TestClock, testClock } from './seeded-ports.ts';
import { openTempStore } from './temp-store.ts';

const TOKEN = 'unit-token';

/** The whole program on a real store, against a simulated LINE, without sockets and with a clock of the test's. */
export interface ProgramInMemory {
  readonly program: Program;
  readonly store: Store;
  readonly clock: TestClock;
  readonly keys: OfficeKeys;
  readonly log: readonly LogEvent[];
  /** Makes a one-time code for the first admin; undefined when there is one. */
  adminCode(): Promise<string | undefined>;
  person(name: string): Promise<SimUser>;
  group(name: string, members: readonly SimUser[], botIn?: boolean): Promise<SimGroup>;
  /** Types a text in the 1:1 chat, or in a group; gives what the account answered, as text. */
  says(user: SimUser, text: string, group?: SimGroup): Promise<string>;
  /** Sends a picture, film, recording or file. */
  sends(user: SimUser, file: SimFile, group?: SimGroup): Promise<string>;
  /** Presses a button with this data. */
  presses(user: SimUser, data: string, group?: SimGroup): Promise<string>;
  /** Presses the newest button or quick reply with this label. */
  taps(user: SimUser, label: string, group?: SimGroup): Promise<string>;
  /** The data of the newest button with this label; a test may press it later. */
  buttonData(user: SimUser, label: string, group?: SimGroup): string;
  seen(user: SimUser, group?: SimGroup): readonly SimMessage[];
  faults(faults: SimFaults): void;
  /** Messages of the month as LINE counts them. */
  quotaUsed(): number;
  everything(): Promise<Readonly<Record<string, object>>>;
  close(): Promise<void>;
}

/** What a test wants otherwise than most. */
export interface ProgramOptions {
  readonly startMs?: number;
  readonly quota?: { readonly type: 'limited'; readonly limit: number };
  readonly groupPostbackUserId?: boolean;
  /** What the program gets in place of its store. */
  readonly around?: (store: Store) => Store;
}

export async function openProgram(options: ProgramOptions = {}): Promise<ProgramInMemory> {
  const { store: kept, dataDir, everything, close } = await openTempStore();
  const store = options.around?.(kept) ?? kept;
  const clock = testClock(options.startMs);
  const random = seededRandom();
  const log = capturingLog();
  const keys = officeKeys(Buffer.alloc(32, 7));
  const simulator = createSimulator({
    channelSecret: 'unit-secret',
    channelAccessToken: TOKEN,
    loginChannelId: '1',
    now: clock.now,
    ...(options.quota ? { quota: options.quota } : {}),
    groupPostbackUserId: options.groupPostbackUserId ?? false,
    deliver: async (body) => {
      const parsed = parseWebhook(body.toString());
      if (!parsed) return { status: 400, body: '' };
      await program.process(parsed.events);
      return { status: 200, body: '' };
    },
  });
  const program = createProgram({
    store,
    line: lineOverSimulator(simulator, TOKEN),
    clock,
    random,
    log,
    keys,
    files: createDiskFiles(join(dataDir, 'files')),
    receiptSecrets: receiptSecrets(Buffer.alloc(32, 9)),
    liffUrl: () => undefined,
  });

  const seen = (user: SimUser, group?: SimGroup) =>
    simulator.phones.read(group?.id ?? user.id, user.id, 0).filter(({ from }) => from === 'bot');
  const act = async (doIt: () => Promise<unknown>, user: SimUser, group?: SimGroup): Promise<string> => {
    const before = seen(user, group).at(-1)?.seq ?? 0;
    clock.nowMs += 1;
    await doIt();
    await program.idle();
    return seen(user, group)
      .filter(({ seq }) => seq > before)
      .map(textOf)
      .join('\n');
  };
  const tappable = (user: SimUser, label: string, group?: SimGroup) => {
    const found = [...seen(user, group)]
      .reverse()
      .flatMap(tappablesOf)
      .find((one) => one.label === label);
    if (!found) throw new Error(`nothing to tap says "${label}"`);
    return found.action;
  };
  const says: ProgramInMemory['says'] = (user, text, group) =>
    act(() => simulator.keyboard.text(group?.id ?? user.id, user.id, text), user, group);
  const presses: ProgramInMemory['presses'] = (user, data, group) =>
    act(() => simulator.keyboard.postback(group?.id ?? user.id, user.id, { data }), user, group);

  return {
    program,
    store,
    clock,
    keys,
    log: log.lines,
    adminCode: () => firstAdminCode(store, clock, random),
    person: async (name) => {
      const user = await simulator.phones.addUser({ name, follows: true });
      await program.idle();
      return user;
    },
    group: async (name, members, botIn = true) => {
      const group = await simulator.phones.addGroup({ name, memberIds: members.map(({ id }) => id), botIn });
      await program.idle();
      return group;
    },
    says,
    sends: (user, file, group) =>
      act(() => simulator.keyboard.file(group?.id ?? user.id, user.id, file), user, group),
    presses,
    taps: (user, label, group) => {
      const action = tappable(user, label, group);
      return action['type'] === 'message'
        ? says(user, String(action['text']), group)
        : presses(user, String(action['data']), group);
    },
    buttonData: (user, label, group) => String(tappable(user, label, group)['data']),
    seen,
    faults: (faults) => simulator.platform.faults.set(faults),
    quotaUsed: () => simulator.platform.quota.read(clock.nowMs).used,
    everything,
    close: async () => {
      await program.idle();
      await close();
    },
  };
}
