import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import express, { type Express } from 'express';
import { createApp } from '../../bot/app.ts';
import { createLineClient } from '../../bot/line/line-client.ts';
import { createMiniApp } from '../../bot/mini-app.ts';
import { officeKeys } from '../../bot/office-keys.ts';
import type { Program } from '../../bot/program.ts';
import { readSettings } from '../../bot/settings.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { capturingLog, seededRandom, testClock } from '../unit/webhook/seeded-ports.ts';
import { PROJECT_ID, type SmallProject } from './small-google.ts';

/** The office's public address: nothing is there before firebase-tools ran, and then what was deployed with what it was given. */
export interface HostingStandIn {
  readonly url: string;
  /** Answers 500 wherever a function would, as one without rights does. */
  breakFunctions(isBroken: boolean): void;
  close(): Promise<void>;
}

const IDLE: Program = {
  process: async () => {},
  tick: async () => {},
  sweep: async () => {},
  idle: async () => {},
};

export async function openHosting(world: {
  readonly folder: string;
  readonly functionsFolder: string;
  readonly lineUrl: string;
  readonly project: SmallProject;
  isDeployed(): boolean;
}): Promise<HostingStandIn> {
  const pages = join(world.folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(
    join(pages, 'index.html'),
    '<!doctype html><html><head></head><body><script src="/liff/assets/main.js"></script></body></html>',
  );
  const store = await openEmbeddedStore({ path: join(world.folder, 'hosting.db') });
  let isBroken = false;

  /** The real routes, with the settings and secrets that a function would be given. */
  const deployed = (): Express | undefined => {
    const envFile = join(world.functionsFolder, `.env.${PROJECT_ID}`);
    if (!world.isDeployed() || !existsSync(envFile)) return undefined;
    const secret = (name: string) => world.project.secrets.get(name)?.at(-1)?.toString() ?? '';
    const read = readSettings({
      ...parseEnv(readFileSync(envFile, 'utf8')),
      LINE_CHANNEL_SECRET: secret('LINE_CHANNEL_SECRET'),
      LINE_CHANNEL_ACCESS_TOKEN: secret('LINE_CHANNEL_ACCESS_TOKEN'),
      LINE_API_URL: world.lineUrl,
      LINE_DATA_API_URL: world.lineUrl,
    });
    if ('problems' in read) throw new Error(read.problems.join('; '));
    const ports = { store, clock: testClock(), random: seededRandom(), log: capturingLog() };
    const line = createLineClient({
      channelAccessToken: read.settings.LINE_CHANNEL_ACCESS_TOKEN,
      apiUrl: world.lineUrl,
      dataApiUrl: world.lineUrl,
      ...ports,
    });
    const miniApp = createMiniApp(read.settings, {
      ...ports,
      line,
      files: { put: async () => {}, get: async () => undefined, remove: async () => {} },
      keys: officeKeys(Buffer.from(secret('CONVERSATION_KEY'), 'base64url')),
      keyring: async () => [],
      liffFolder: pages,
    });
    return createApp({
      program: IDLE,
      channelSecret: read.settings.LINE_CHANNEL_SECRET,
      clock: ports.clock,
      log: ports.log,
      ...miniApp,
    });
  };

  const app = express();
  app.use((request, response, next) => {
    const isPage = request.path === '/liff/';
    const office = isBroken && !isPage ? undefined : deployed();
    if (office) office(request, response, next);
    else response.status(isBroken ? 500 : 404).end();
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakFunctions: (now) => {
      isBroken = now;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
}
