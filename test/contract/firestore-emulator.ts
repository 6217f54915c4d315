import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findFirestoreEmulator } from './find-firestore-emulator.ts';

const GUARD = fileURLToPath(new URL('emulator-guard.mjs', import.meta.url));
const RULES = fileURLToPath(new URL('../../firestore.rules', import.meta.url));
const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
/** A test run is short and shares the machine: start fast, stay small. English, because clients match error texts. */
const JVM_FLAGS = ['-Duser.language=en', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const SMALL_HEAP_MB = 512;
/** Somebody else may take the free port between finding and using it. */
const MAX_STARTS = 3;
const POLL_MS = 100;
/** 60 seconds: ten times what a busy machine of two cores took. */
const MAX_POLLS = 600;

/** A running emulator that knows the product's own rules. */
export interface FirestoreEmulator {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly projectId: string;
  /** `http://.../documents`: the REST address of the database. */
  readonly documentsUrl: string;
  /** Removes every document. */
  clear(): Promise<void>;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether the emulator answers before its process ends or the tries are used up. */
async function ready(process: ChildProcess, host: string): Promise<boolean> {
  for (let poll = 0; poll < MAX_POLLS && process.exitCode === null; poll += 1) {
    const answered = await fetch(`http://${host}/`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

async function stop(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null) return;
  guard.stdin?.end();
  await once(guard, 'exit');
}

/**
 * Starts Google's Firestore emulator with the product's rules on a free port of this machine. It ends with `stop()`, and
 * by itself when the process that started it ends in whatever way. It keeps everything in memory: tens of thousands of
 * documents want a heap of their own size.
 * @throws Error that says what to install when the emulator or Java is missing, or what the emulator said when it did
 * not come up.
 */
export async function startFirestoreEmulator(
  projectId = 'demo-prongsai',
  heapMb = SMALL_HEAP_MB,
): Promise<FirestoreEmulator> {
  const { java, jar } = findFirestoreEmulator();
  // Google's client would ask the machine's metadata server for credentials, which an emulator does not want.
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  let said = '';
  for (let start = 0; start < MAX_STARTS; start += 1) {
    const port = await freePort();
    const host = `127.0.0.1:${port}`;
    const place = ['--host', '127.0.0.1', '--port', String(port), '--rules', RULES];
    const guard = spawn(process.execPath, [
      GUARD,
      java,
      ...JVM_FLAGS,
      `-Xmx${heapMb}m`,
      '-cp',
      jar,
      MAIN_CLASS,
      ...place,
    ]);
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4000);
    };
    guard.stdout.on('data', hear);
    guard.stderr.on('data', hear);
    if (await ready(guard, host)) {
      const database = `http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
      return {
        host,
        projectId,
        documentsUrl: `http://${host}/v1/projects/${projectId}/databases/(default)/documents`,
        clear: async () => {
          const response = await fetch(database, { method: 'DELETE' });
          if (!response.ok) throw new Error(`The emulator did not clear: ${response.status}`);
        },
        stop: () => stop(guard),
      };
    }
    await stop(guard);
  }
  throw new Error(`The Firestore emulator did not start. It said:\n${said}`);
}
