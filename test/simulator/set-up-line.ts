import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { nodeScript } from './node-script.ts';
import type { TestOffice } from './office.ts';

/** What a run of the command said, and how it ended. */
export interface SetupRun {
  readonly code: number;
  readonly output: string;
}

/** Runs `npm run line:setup` for an office, the way its own admin does; `environment` replaces single settings. */
export async function setUpLine(
  office: TestOffice,
  environment: Readonly<Record<string, string>> = {},
): Promise<SetupRun> {
  const { channel, simulatorUrl, program, host } = office;
  const child = spawn(process.execPath, nodeScript('setup'), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...host.environment,
      PUBLIC_URL: program.programUrl,
      LINE_CHANNEL_SECRET: channel.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
      LINE_LOGIN_CHANNEL_ID: channel.loginChannelId,
      LIFF_ID: channel.liffId,
      LINE_API_URL: simulatorUrl,
      LINE_DATA_API_URL: simulatorUrl,
      ...environment,
    },
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, output: said + complained };
}
