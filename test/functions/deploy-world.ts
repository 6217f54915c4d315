import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLineClient } from '../../bot/line/line-client.ts';
import { createLineAccount } from '../../bot/setup/line-account-client.ts';
import { readOwnJson } from '../../bot/setup/read-own-json.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import type { Store } from '../../bot/store/store.ts';
import { readDeploySettings } from '../../functions/deploy/deploy-settings.ts';
import { createGoogleClient } from '../../functions/deploy/google-client.ts';
import { isOfficeOnMachine } from '../../functions/deploy/office-on-machine.ts';
import { runDeploy } from '../../functions/deploy/run-deploy.ts';
import { runFirebase } from '../../functions/deploy/run-firebase.ts';
import { quickFolder } from '../faults/quick-folder.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { capturingLog, seededRandom, type TestClock, testClock } from '../unit/webhook/seeded-ports.ts';
import { type HostingStandIn, openHosting } from './hosting-stand-in.ts';
import { GOOD_TOKEN, openSmallGoogle, PROJECT_ID, type SmallGoogle } from './small-google.ts';

export const CHANNEL = {
  channelSecret: 'deploy-channel-secret',
  channelAccessToken: 'deploy-channel-token',
  loginChannelId: '2000000009',
};
export const LIFF_ID = `${CHANNEL.loginChannelId}-prongsai`;

/** Takes the place of firebase-tools: writes down what it was told and what it could see, and does nothing. */
const FAKE_FIREBASE = `
import { appendFileSync, existsSync } from 'node:fs';
const [folder] = [import.meta.dirname];
const words = process.argv.slice(2);
appendFileSync(folder + '/calls', JSON.stringify({ words, environment: process.env }) + '\\n');
process.exit(existsSync(folder + '/fails') ? 1 : 0);
`;

/** One call of firebase-tools as the stand-in saw it. */
export interface FirebaseCall {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A machine of an office, with Google, LINE and the office's public address around it. */
export class DeployWorld {
  readonly google: SmallGoogle;
  readonly simulator: Simulator;
  readonly hosting: HostingStandIn;
  readonly folder: string;
  readonly clock: TestClock = testClock();
  /** Everything that was said by the last run. */
  said: string[] = [];
  token = GOOD_TOKEN;
  isBuilt = true;
  environment: Record<string, string>;
  readonly #closeLine: () => Promise<void>;
  #runs = 0;

  private constructor(
    parts: Pick<DeployWorld, 'google' | 'simulator' | 'hosting' | 'folder'> & {
      lineUrl: string;
      closeLine: () => Promise<void>;
    },
  ) {
    this.google = parts.google;
    this.simulator = parts.simulator;
    this.hosting = parts.hosting;
    this.folder = parts.folder;
    this.#closeLine = parts.closeLine;
    this.environment = {
      GOOGLE_CLOUD_PROJECT: PROJECT_ID,
      LINE_CHANNEL_SECRET: CHANNEL.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.channelAccessToken,
      LINE_LOGIN_CHANNEL_ID: CHANNEL.loginChannelId,
      LIFF_ID,
      PUBLIC_URL: parts.hosting.url,
      DATA_DIR: join(parts.folder, 'data'),
      LINE_API_URL: parts.lineUrl,
      LINE_DATA_API_URL: parts.lineUrl,
    };
  }

  static async open(): Promise<DeployWorld> {
    const folder = quickFolder('prongsai-deploy-');
    mkdirSync(join(folder, 'functions'));
    writeFileSync(join(folder, 'firebase.mjs'), FAKE_FIREBASE);
    const google = await openSmallGoogle();
    const simulator = createSimulator(CHANNEL);
    const { url: lineUrl, close: closeLine } = await simulator.listen(0);
    const hosting = await openHosting({
      folder,
      functionsFolder: join(folder, 'functions'),
      lineUrl,
      project: google.project,
      isDeployed: () => existsSync(join(folder, 'calls')) && !existsSync(join(folder, 'fails')),
    });
    return new DeployWorld({ folder, google, simulator, hosting, lineUrl, closeLine });
  }

  get dataDir(): string {
    return this.environment['DATA_DIR'] ?? '';
  }

  /** Opens what stands for the project's Firestore. The caller closes it. */
  openStore(): Promise<Store> {
    return openEmbeddedStore({ path: join(this.folder, 'firestore.db') });
  }

  /** The calls of firebase-tools so far. */
  get firebaseCalls(): readonly FirebaseCall[] {
    const path = join(this.folder, 'calls');
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as FirebaseCall);
  }

  /** Lets firebase-tools fail, or work again. */
  failFirebase(isFailing: boolean): void {
    const path = join(this.folder, 'fails');
    if (isFailing) writeFileSync(path, '');
    else rmSync(path, { force: true });
  }

  /** `npm run deploy`. Returns whether it went well; what it said is in {@link said}. */
  async run(command: 'check' | 'deploy' = 'deploy'): Promise<boolean> {
    const read = readDeploySettings(this.environment);
    if ('problems' in read) throw new Error(read.problems.join('; '));
    const { settings } = read;
    this.said = [];
    this.#runs += 1;
    const { clock } = this;
    const reach = {
      channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
      apiUrl: settings.LINE_API_URL,
      dataApiUrl: settings.LINE_DATA_API_URL,
      clock,
      log: capturingLog(),
    };
    return runDeploy(
      {
        settings,
        google: createGoogleClient({
          projectId: PROJECT_ID,
          origins: this.google.origins,
          token: async () => this.token,
        }),
        account: createLineAccount(reach),
        line: createLineClient(reach),
        clock,
        random: seededRandom(this.#runs),
        functionsFolder: join(this.folder, 'functions'),
        openStore: () => this.openStore(),
        isOfficeOnMachine: () => isOfficeOnMachine(settings.DATA_DIR),
        build: async () => this.isBuilt,
        firebase: (words) =>
          runFirebase(join(this.folder, 'firebase.mjs'), words, {
            folder: this.folder,
            environment: { ...process.env, ...this.environment },
          }),
        readJson: readOwnJson,
        say: (line) => this.said.push(line),
      },
      command,
    );
  }

  get text(): string {
    return this.said.join('\n');
  }

  async close(): Promise<void> {
    await this.hosting.close();
    await this.google.close();
    await this.#closeLine();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
