import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a process of a function says of itself. */
export interface WorkerState {
  /** The function. */
  readonly target: string;
  /** Requests that it is answering, and what goes on after they were answered. */
  readonly underWay: number;
  /** How often it has asked LINE, Firestore or Storage something since `endAt`. */
  readonly asks: number;
}

/** The processes that a suite runs its functions in, through test/firebase/worker-hand.mjs. */
export interface Workers {
  /** Of those that live. */
  states(): Promise<readonly WorkerState[]>;
  /** Sets the clock of all, and of those to come: ahead of the machine's by `offsetMs`. */
  setClock(offsetMs: number): Promise<void>;
  /**
   * Lets those of one function end, as a power cut would, right before they ask the `ask`-th thing from now on; 0 lets them live.
   * Those to come are not bound.
   */
  endAt(target: string, ask: number): Promise<void>;
  /** Ends all of them, or those of one function, at once: nothing under way is finished, nothing in memory stays. */
  kill(target?: string): Promise<void>;
}

const SOCKET = /^(\d+)\.sock$/;
const POLL_MS = 10;
/** 10 seconds. */
const MAX_POLLS = 1_000;

/** The processes known to a folder. */
export function workersIn(folder: string): Workers {
  const pids = (): readonly number[] =>
    readdirSync(folder).flatMap((name) => {
      const pid = SOCKET.exec(name)?.[1];
      return pid ? [Number(pid)] : [];
    });
  const forget = (pid: number): void => rmSync(join(folder, `${pid}.sock`), { force: true });
  const askOne = async (pid: number, path: string): Promise<readonly WorkerState[]> => {
    const state = await ask(join(folder, `${pid}.sock`), path);
    if (state === undefined && !lives(pid)) forget(pid);
    return state ? [state] : [];
  };
  const askAll = async (path: string): Promise<readonly WorkerState[]> =>
    (await Promise.all(pids().map((pid) => askOne(pid, path)))).flat();
  return {
    states: () => askAll('/state'),
    setClock: async (offsetMs) => {
      writeFileSync(join(folder, 'clock.json'), JSON.stringify({ offsetMs }));
      await askAll('/clock');
    },
    endAt: async (target, at) => {
      for (const pid of pids()) {
        const [state] = await askOne(pid, '/state');
        if (state?.target === target) await askOne(pid, `/end-at/${at}`);
      }
    },
    kill: async (target) => {
      for (const pid of pids()) {
        if (target !== undefined && (await askOne(pid, '/state'))[0]?.target !== target) continue;
        if (lives(pid)) process.kill(pid, 'SIGKILL');
        for (let poll = 0; lives(pid) && poll < MAX_POLLS; poll += 1) {
          await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        }
        forget(pid);
      }
    },
  };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function ask(socketPath: string, path: string): Promise<WorkerState | undefined> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path, method: 'POST' }, (response) => {
      void text(response).then(
        (body) => resolve(JSON.parse(body) as WorkerState),
        () => resolve(undefined),
      );
    });
    asked.once('error', () => resolve(undefined));
    asked.end();
  });
}
