import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Metafile } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { buildFunctions } from '../../functions/build-functions.ts';

/** Of LINE's 2 seconds, with as much again for Google to start the machine and for Firestore to answer. */
const COLD_IMPORT_MS = 600;
const TRIES = 3;
/** A folder of its own: other tests build, too. */
const BUILT = fileURLToPath(new URL('../../dist/functions-bundle-test/', import.meta.url));
const HEAVY = /(^|node_modules\/)(docx|sharp|write-excel-file|libsql|jszip|vite|esbuild)(\/|$)/;
let meta: Metafile;
beforeAll(async () => {
  meta = await buildFunctions(BUILT);
});

function outputOf(source: string): string {
  const found = Object.entries(meta.outputs).find(([, { entryPoint }]) => entryPoint === source);
  return found?.[0] ?? expect.fail(`no output of ${source}`);
}

/** Everything that is loaded with an output, before anything is called: its files' sources, and the packages. */
function loadedWith(output: string): { readonly inputs: Set<string>; readonly packages: Set<string> } {
  const inputs = new Set<string>();
  const packages = new Set<string>();
  const seen = new Set<string>();
  const look = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const found = meta.outputs[path] ?? expect.fail(`no output ${path}`);
    for (const input of Object.keys(found.inputs)) inputs.add(input);
    for (const { path: imported, kind, external } of found.imports) {
      if (kind === 'dynamic-import') continue;
      if (external) packages.add(imported);
      else look(imported);
    }
  };
  look(output);
  return { inputs, packages };
}

it('the webhook loads no library of documents or pictures and no part of the mini-app', () => {
  const { inputs, packages } = loadedWith(outputOf('functions/webhook-app.ts'));
  expect([...packages, ...inputs].filter((name) => HEAVY.test(name))).toEqual([]);
  expect([...inputs]).toContain('node_modules/express/index.js');
  expect(
    [...inputs].filter((path) =>
      /bot\/mini-app|bot\/sealing\/opening|^bot\/move\/(?!stay|records)/.test(path),
    ),
  ).toEqual([]);
  expect([...inputs]).toContain('bot/webhook/receive.ts');
});

it('no part loads them before it needs them, and what every function loads is the list of functions alone', () => {
  for (const source of ['functions/api-app.ts', 'functions/sweep-app.ts', 'functions/index.ts']) {
    const { packages } = loadedWith(outputOf(source));
    expect(
      [...packages].filter((name) => HEAVY.test(name)),
      source,
    ).toEqual([]);
  }
  const { inputs } = loadedWith(outputOf('functions/index.ts'));
  expect([...inputs].toSorted()).toEqual(['functions/index.ts', 'functions/secrets.ts']);
});

it('each function is given the secrets it needs and no other: the keyring goes where cases are shown, and there alone', async () => {
  const functions = (await import(pathToFileURL(`${BUILT}index.js`).href)) as Record<
    string,
    {
      __endpoint: {
        secretEnvironmentVariables: { key: string }[];
        region: string[];
        minInstances: number;
        serviceAccountEmail: { toCEL?: () => string };
      };
    }
  >;
  const given = Object.fromEntries(
    Object.entries(functions).map(([name, { __endpoint }]) => [
      name,
      __endpoint.secretEnvironmentVariables.map(({ key }) => key).toSorted(),
    ]),
  );
  const chats = ['CONVERSATION_KEY', 'LINE_CHANNEL_ACCESS_TOKEN'];
  expect(given).toEqual({
    webhook: [...chats, 'LINE_CHANNEL_SECRET', 'RECEIPT_KEY'],
    api: chats,
    cases: [...chats, 'OFFICE_KEYRING'],
    everyMinute: [...chats, 'RECEIPT_KEY'],
    outbox: [...chats, 'RECEIPT_KEY'],
  });
  for (const { __endpoint } of Object.values(functions)) {
    expect(__endpoint).toMatchObject({ region: ['asia-southeast1'], minInstances: 0 });
  }
  // Binding alone would not do: whoever runs as the same account could ask Secret Manager itself.
  const accounts = Object.entries(functions).map(([name, { __endpoint }]) => [
    name,
    __endpoint.serviceAccountEmail.toCEL?.() ?? 'default',
  ]);
  expect(Object.fromEntries(accounts)).toEqual({
    webhook: 'default',
    api: 'default',
    cases: 'prongsai-cases@{{ params.PROJECT_ID }}.iam.gserviceaccount.com',
    everyMinute: 'default',
    outbox: 'default',
  });
});

const GOOGLE = ['firebase-admin/app', 'firebase-admin/firestore'];

it.each([
  ['the list of functions alone', 'index', []],
  ['the functions and webhook-app', 'webhook-app', GOOGLE],
  ['the functions and api-app', 'api-app', GOOGLE],
  ['the functions and sweep-app', 'sweep-app', GOOGLE],
] as const)(
  'a cold process has loaded %s in 600 ms of processor time, the best of three',
  (what, part, libraries) => {
    const parts = [...new Set(['index', part])].map((one) => outputOf(`functions/${one}.ts`));
    const load = [...parts.map((one) => pathToFileURL(one.replace(/^.*\//, BUILT)).href), ...libraries]
      .map((url) => `await import(${JSON.stringify(url)});`)
      .join('');
    // Processor time: other tests run beside this one, and what they take of the clock says nothing of the function.
    const script = `const at = performance.now(), cpu = process.cpuUsage(); ${load}
      const { user, system } = process.cpuUsage(cpu);
      process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now() - at }));`;
    const cwd = BUILT;
    const tries = Array.from({ length: TRIES }, () => {
      const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd,
        encoding: 'utf8',
      });
      return JSON.parse(said) as { readonly cpuMs: number; readonly wallMs: number };
    });
    const cpuMs = Math.min(...tries.map((one) => one.cpuMs));
    const wallMs = Math.min(...tries.map((one) => one.wallMs));
    console.log(
      `cold import of ${what}, best of ${TRIES}: ${Math.round(cpuMs)} ms of processor, ${Math.round(wallMs)} by the clock (load ${loadavg()[0]?.toFixed(1)})`,
    );
    expect(cpuMs).toBeLessThan(COLD_IMPORT_MS);
  },
  30_000,
);
