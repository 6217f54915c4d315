import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firebaseTools } from '../../functions/deploy/firebase-tools.ts';
import { layOutProject, PROJECT_ID, type SuitePorts } from './emulated-project.ts';
import { emulatorBinaries } from './emulator-binaries.ts';

const GUARD = fileURLToPath(new URL('../contract/emulator-guard.mjs', import.meta.url));
const PROJECTS = fileURLToPath(new URL('../../dist/emulated', import.meta.url));
const READY = 'All emulators ready';
const POLL_MS = 100;
/** 120 seconds: ten times what a busy machine of two cores took. */
const MAX_POLLS = 1200;
/** Somebody else may take a free port between finding and using it. */
const MAX_STARTS = 3;

/** Google's Emulator Suite with this product deployed in it. Plain data, to be handed to another process. */
export interface EmulatorSuite {
  readonly hostingUrl: string;
  readonly functionsUrl: string;
  /** `127.0.0.1:port` */
  readonly firestoreHost: string;
  readonly storageUrl: string;
  /** Where the functions lie, and the settings they are started with. */
  readonly functionsFolder: string;
  /** Where the functions' processes can be reached (worker-hand.mjs). Short, for the path of a socket is. */
  readonly workersFolder: string;
  /** What the emulators and functions printed. */
  readonly logFile: string;
}

export interface RunningSuite {
  readonly suite: EmulatorSuite;
  /** Resolves when every process of it is gone. */
  stop(): Promise<void>;
}

async function freePorts<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<Name, number>;
}

async function ready(guard: ChildProcess, logFile: string): Promise<boolean> {
  for (let poll = 0; poll < MAX_POLLS && guard.exitCode === null; poll += 1) {
    if (readFileSync(logFile, 'utf8').includes(READY)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

/**
 * Starts Functions, Firestore, Hosting and Storage of Google's Emulator Suite on free ports of this machine, without a network,
 * with the product as `firebase deploy` would send it. `name` names its folder under dist/emulated.
 * It ends with `stop()`, and by itself when the process that started it ends in whatever way.
 * @throws Error with what the suite said when it does not come up.
 */
export async function startEmulatorSuite(name: string): Promise<RunningSuite> {
  const { script } = firebaseTools((line) => process.stdout.write(`${line}\n`));
  const folder = join(PROJECTS, name);
  const workersFolder = join(tmpdir(), `prongsai-workers-${process.pid}-${name}`);
  const logFile = join(folder, 'suite.log');
  for (let start = 0; start < MAX_STARTS; start += 1) {
    const ports: SuitePorts = await freePorts([
      'functions',
      'firestore',
      'firestoreWebsocket',
      'hosting',
      'storage',
      'hub',
      'logging',
      'eventarc',
      'tasks',
    ]);
    await layOutProject(folder, ports);
    rmSync(workersFolder, { recursive: true, force: true });
    mkdirSync(workersFolder, { recursive: true });
    const log = openSync(logFile, 'a');
    const emulators = 'functions,firestore,hosting,storage';
    const what = [script, 'emulators:start', '--project', PROJECT_ID, '--only', emulators];
    const guard = spawn(process.execPath, [GUARD, process.execPath, ...what], {
      cwd: folder,
      stdio: ['pipe', log, log],
      env: {
        ...process.env,
        ...emulatorBinaries(join(folder, 'bin')),
        // Nothing is asked of a person.
        CI: 'true',
        // Google's libraries would ask the machine's metadata server for credentials, which emulators do not want.
        METADATA_SERVER_DETECTION: 'none',
      },
    });
    closeSync(log);
    const stop = async (): Promise<void> => {
      if (guard.exitCode === null) {
        guard.stdin?.end();
        await once(guard, 'exit');
      }
      rmSync(workersFolder, { recursive: true, force: true });
    };
    if (await ready(guard, logFile)) {
      const at = (port: number) => `http://127.0.0.1:${port}`;
      const suite = {
        hostingUrl: at(ports.hosting),
        functionsUrl: at(ports.functions),
        firestoreHost: `127.0.0.1:${ports.firestore}`,
        storageUrl: at(ports.storage),
        functionsFolder: join(folder, 'functions'),
        workersFolder,
        logFile,
      };
      return { suite, stop };
    }
    await stop();
  }
  throw new Error(`The emulator suite did not start. It said:\n${readFileSync(logFile, 'utf8')}`);
}
